package io.parley.comments.comment;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.comment.CommentStore.Earlier;
import io.parley.comments.comment.CommentStore.Stored;
import io.parley.comments.publishing.EventPublisher;
import io.parley.comments.publishing.Outbox;
import io.parley.trace.Traces;
import io.parley.problem.ProblemException;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The way of a new comment: stored, then published, then perhaps waited for. */
@Component
class Submissions {

	private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

	/** Of a batch; more would only hold up others. */
	private static final int ROWS_PER_STATEMENT = 200;

	private final CommentStore comments;

	private final GroupCommit group;

	private final EventPublisher publisher;

	private final RestrictedThreads restricted;

	private final Receipts receipts;

	private final Traces traces;

	private final Clock clock;

	private final Counter submitted;

	Submissions(CommentStore comments, GroupCommit group, EventPublisher publisher, RestrictedThreads restricted,
			Receipts receipts, Traces traces, Clock clock, MeterRegistry meters) {
		this.comments = comments;
		this.group = group;
		this.publisher = publisher;
		this.restricted = restricted;
		this.receipts = receipts;
		this.traces = traces;
		this.clock = clock;
		this.submitted = Counter.builder("parley.comments.submitted")
			.description("Comments that were stored")
			.register(meters);
	}

	/**
	 * Takes a comment; returns when it is stored, and with a decision if one comes within
	 * the patience.
	 * @throws ProblemException if the parent is not there, the thread is closed or the
	 * author has to wait, or the key was used for another comment
	 */
	Receipt submit(NewComment comment, @Nullable IdempotencyKey key, Duration patience) {
		NewRow row = row(comment, key);
		return group.insert(row)
			.map(stored -> publish(row, stored, patience))
			.orElseGet(() -> notInserted(row, patience));
	}

	/**
	 * Takes many comments, in order; returns when they are stored.
	 * @return for each one what became of it
	 */
	List<BatchOutcome> submitAll(List<KeyedComment> batch) {
		List<BatchOutcome> outcomes = new ArrayList<>(batch.size());
		for (int from = 0; from < batch.size(); from += ROWS_PER_STATEMENT) {
			List<NewRow> rows = batch.subList(from, Math.min(batch.size(), from + ROWS_PER_STATEMENT))
				.stream()
				.map(item -> row(item.comment(), item.key()))
				.toList();
			Map<UUID, Stored> inserted = comments.insert(rows);
			Map<String, List<Long>> earlier = new HashMap<>();
			for (NewRow row : rows) {
				List<Long> ofAuthor = earlier.computeIfAbsent(row.comment().author().key(), _ -> new ArrayList<>());
				Stored stored = inserted.get(row.id());
				outcomes.add(outcome(row, (stored != null) ? stored.after(ofAuthor) : null));
				if (stored != null) {
					ofAuthor.add(stored.turn().number());
				}
			}
		}
		return outcomes;
	}

	private BatchOutcome outcome(NewRow row, @Nullable Stored stored) {
		try {
			return new BatchOutcome.Taken(
					(stored != null) ? publish(row, stored, Duration.ZERO) : notInserted(row, Duration.ZERO));
		}
		catch (ProblemException problem) {
			return new BatchOutcome.Refused(problem);
		}
	}

	private NewRow row(NewComment comment, @Nullable IdempotencyKey key) {
		Instant submittedAt = (comment.submittedAt() != null) ? comment.submittedAt()
				: clock.instant().truncatedTo(ChronoUnit.MICROS);
		// Nobody else publishes it for a while, unless nobody publishes at once.
		Duration publishIn = publisher.isOpen() ? Outbox.LEASE : Duration.ZERO;
		return new NewRow(ids.generate(), comment, submittedAt, key, publishIn, traces.current());
	}

	private Receipt publish(NewRow row, Stored stored, Duration patience) {
		submitted.increment();
		return receipts.publish(row.id(), row.event(stored.thread()), stored.turn(), patience);
	}

	/**
	 * It is there already, its thread takes fewer or none, or its parent is not there.
	 */
	private Receipt notInserted(NewRow row, Duration patience) {
		Receipt repeated = repeated(row, patience);
		if (repeated != null) {
			return repeated;
		}
		Stored stored = insertRestricted(row);
		if (stored != null) {
			return publish(row, stored, patience);
		}
		// The same request may have come twice at once.
		repeated = repeated(row, patience);
		if (repeated != null) {
			return repeated;
		}
		throw Violations.single("parentId", "must be the id of a comment of the same thread");
	}

	private @Nullable Stored insertRestricted(NewRow row) {
		try {
			return restricted.insert(row).orElse(null);
		}
		catch (ProblemException refusal) {
			if (row.key() != null && comments.findByKey(row.comment().site(), row.key()).isPresent()) {
				return null;
			}
			throw refusal;
		}
	}

	/** What the same request was answered with before, or null if it is the first. */
	private @Nullable Receipt repeated(NewRow row, Duration patience) {
		NewComment comment = row.comment();
		IdempotencyKey key = row.key();
		Earlier earlier = (key != null) ? comments.findByKey(comment.site(), key).orElse(null) : null;
		if (earlier == null) {
			return null;
		}
		if (!MessageDigest.isEqual(earlier.payloadHash(), IdempotencyKey.hashOf(comment))) {
			throw ProblemException.of(HttpStatus.CONFLICT, "idempotency-key-reused",
					"This Idempotency-Key was sent before with another comment; use a new key for a new comment");
		}
		return receipts.present(comment.site(), earlier.id(), 1, patience);
	}

}
