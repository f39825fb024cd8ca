package io.parley.local.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.parley.local.table.AuthorTable;
import io.parley.local.table.CommentRow;
import io.parley.local.table.CommentTable;

/**
 * Sends a file through the comment service, each author's comments one after the other.
 * For one run.
 */
final class Replay {

	/** Requests under way at the same time. */
	private static final int CONCURRENCY = 64;

	private static final int GREETINGS = 1000;

	/** What many authors do is known everywhere after a fraction of this. */
	private static final Duration QUIET = Duration.ofSeconds(3);

	/** The last of a large campaign are told of after up to ten seconds. */
	private static final Duration QUIET_AFTER_CAMPAIGNS = Duration.ofSeconds(12);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final String run = UUID.randomUUID().toString();

	private final AtomicLong failed = new AtomicLong();

	private final CommentService service;

	private final Tally tally;

	private final Consumer<String> problems;

	/**
	 * Nothing is sent yet.
	 * @param problems takes what a person should read about a row; from any thread
	 */
	Replay(CommentService service, Tally tally, Consumer<String> problems) {
		this.service = service;
		this.tally = tally;
		this.problems = problems;
	}

	/** Starts the client's engine, so that its first seconds are not measured. */
	void warmUp() throws InterruptedException {
		try (InOrder requests = new InOrder(CONCURRENCY)) {
			for (int greeting = 0; greeting < GREETINGS; greeting++) {
				requests.run("greeting-" + greeting, this::greet);
			}
			requests.finish();
		}
	}

	private void greet() {
		try {
			service.greet();
		}
		catch (RefusedException refusal) {
			// The first row will be refused too, and says so.
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
		}
	}

	/** Tells what is known of the authors. */
	void tell(Path authors, Instant base) throws InterruptedException {
		try (InOrder requests = new InOrder(CONCURRENCY)) {
			AuthorTable.<InterruptedException>read(authors, base,
					row -> requests.run(row.id(), () -> attempt(authors, row.line(), () -> service.tell(row))),
					bad -> fail(authors + " " + bad));
			requests.finish();
		}
	}

	/** Sends the comments and waits for their decisions. */
	void send(Path comments, Instant base, Pace pace) throws InterruptedException {
		try (InOrder requests = new InOrder(CONCURRENCY)) {
			CommentTable.<InterruptedException>read(comments, base, row -> {
				pace.await();
				requests.run(row.author(), () -> attempt(comments, row.line(), () -> submit(row)));
			}, bad -> fail(comments + " " + bad));
			requests.finish();
		}
		tally.await(PATIENCE.toNanos());
		tally.settle(QUIET.toNanos());
		if (tally.result().again() > 0) {
			tally.settle(QUIET_AFTER_CAMPAIGNS.toNanos());
		}
	}

	/** Rows that could not be read, or were refused. */
	long failed() {
		return failed.get();
	}

	private void submit(CommentRow row) throws RefusedException, InterruptedException {
		long start = System.nanoTime();
		tally.sent(service.submit(row, run + "/" + row.line()), row, start);
	}

	private void attempt(Path file, long line, Request request) {
		try {
			request.send();
		}
		catch (RefusedException refusal) {
			fail(file + " line " + line + ": " + refusal.getMessage());
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
		}
	}

	private void fail(String problem) {
		failed.incrementAndGet();
		problems.accept(problem);
	}

	@FunctionalInterface
	private interface Request {

		void send() throws RefusedException, InterruptedException;

	}

}
