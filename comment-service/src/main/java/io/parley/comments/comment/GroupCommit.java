package io.parley.comments.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.comment.CommentStore.Stored;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Stores comments that come at the same time by one statement, so that they share its
 * round trip and its commit. A comment that finds no statement running goes at once and
 * alone; what comes while one runs is put together, and waits for its end unless there is
 * enough for another. Thread-safe.
 */
@Component
class GroupCommit {

	/** Statements at a time: while one waits for the disk, the next is prepared. */
	private static final int STATEMENTS = 2;

	/** Comments that are worth a statement of their own while another one runs. */
	private static final int ENOUGH = 16;

	private static final int MOST_ROWS = 128;

	private final CommentStore comments;

	private final Semaphore statements = new Semaphore(STATEMENTS);

	private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();

	/** How many wait in the queue, or a few more. */
	private final AtomicInteger waiting = new AtomicInteger();

	private final DistributionSummary rows;

	GroupCommit(CommentStore comments, MeterRegistry meters) {
		this.comments = comments;
		this.rows = DistributionSummary.builder("parley.comments.group")
			.description("Comments that were stored by one statement")
			.register(meters);
	}

	/**
	 * Stores a comment as pending; returns when it is committed.
	 * @return nothing if no row was inserted
	 */
	Optional<Stored> insert(NewRow row) {
		Waiting mine = new Waiting(row, new CompletableFuture<>());
		waiting.incrementAndGet();
		queue.add(mine);
		while (!mine.outcome().isDone() && storeNext()) {
			// What came before is stored first.
		}
		if (!queue.isEmpty() && isWorthAStatement()) {
			// Nobody may be left behind when those who store have got their own answer.
			Thread.startVirtualThread(this::storeRest);
		}
		return mine.join();
	}

	private void storeRest() {
		while (!queue.isEmpty() && storeNext()) {
			// Until others do, or nobody waits.
		}
	}

	/**
	 * Returns false if all statements are busy, or one is and few wait: their owners look
	 * into the queue next.
	 */
	private boolean storeNext() {
		if (!isWorthAStatement() || !statements.tryAcquire()) {
			return false;
		}
		try {
			List<Waiting> group = new ArrayList<>();
			for (Waiting next = queue.poll(); next != null; next = (group.size() < MOST_ROWS) ? queue.poll() : null) {
				group.add(next);
			}
			waiting.addAndGet(-group.size());
			store(group);
			return true;
		}
		finally {
			statements.release();
		}
	}

	/** Whoever ends the last running statement finds it so. */
	private boolean isWorthAStatement() {
		int free = statements.availablePermits();
		return free == STATEMENTS || (free > 0 && waiting.get() >= ENOUGH);
	}

	private void store(List<Waiting> group) {
		if (group.isEmpty()) {
			return;
		}
		try {
			rows.record(group.size());
			Map<UUID, Stored> inserted = comments.insert(group.stream().map(Waiting::row).toList());
			group.forEach(waiting -> waiting.outcome().complete(Optional.ofNullable(inserted.get(waiting.row().id()))));
		}
		catch (DataAccessException failure) {
			boolean lonely = group.size() == 1 || failure instanceof DataAccessResourceFailureException;
			if (lonely) {
				group.forEach(waiting -> waiting.outcome().completeExceptionally(failure));
			}
			else {
				// One of them is at fault, and the others are not to suffer for it.
				group.forEach(waiting -> store(List.of(waiting)));
			}
		}
		catch (RuntimeException | Error fault) {
			group.forEach(waiting -> waiting.outcome().completeExceptionally(fault));
		}
	}

	/** A comment and what becomes of it. */
	private record Waiting(NewRow row, CompletableFuture<Optional<Stored>> outcome) {

		Optional<Stored> join() {
			try {
				return outcome.join();
			}
			catch (CompletionException failure) {
				throw (failure.getCause() instanceof RuntimeException cause) ? cause : failure;
			}
		}

	}

}
