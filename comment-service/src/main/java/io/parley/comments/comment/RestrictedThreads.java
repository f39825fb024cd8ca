package io.parley.comments.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.parley.comments.comment.CommentStore.Stored;
import io.parley.comments.thread.ThreadState;
import io.parley.comments.thread.ThreadStates;
import io.parley.problem.ProblemException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Comments for threads that take none at present, or one of each author in a while. */
@Component
class RestrictedThreads {

	private final ThreadStates threads;

	private final CommentStore comments;

	private final TransactionOperations transactions;

	RestrictedThreads(ThreadStates threads, CommentStore comments, TransactionOperations transactions) {
		this.threads = threads;
		this.comments = comments;
		this.transactions = transactions;
	}

	/**
	 * Stores a comment that was not inserted, if its thread was the reason and takes it.
	 * @return what was inserted, or nothing if the reason is another
	 * @throws ProblemException if the thread is closed, or the author has to wait
	 */
	Optional<Stored> insert(NewRow row) {
		ThreadState state = threads.find(row.comment().site(), row.comment().thread().id(), row.submittedAt());
		return switch (state.mode()) {
			case OPEN -> insertAnyway(row);
			case SLOW -> insertInTurn(row, state.slowMode());
			case CLOSED -> throw closed(state);
		};
	}

	private Optional<Stored> insertAnyway(NewRow row) {
		return Optional.ofNullable(comments.insertAnyway(row).get(row.id()));
	}

	/**
	 * The turn and the comment are one transaction, so that neither is without the other.
	 */
	private Optional<Stored> insertInTurn(NewRow row, Duration slowMode) {
		String site = row.comment().site();
		String threadId = row.comment().thread().id();
		String author = row.comment().author().key();
		return transactions.<Optional<Stored>>execute(transaction -> {
			if (!threads.takeTurn(site, threadId, author, row.submittedAt(), slowMode)) {
				throw slow(slowMode,
						Duration.between(row.submittedAt(), threads.lastTurn(site, threadId, author).plus(slowMode)));
			}
			Optional<Stored> stored = insertAnyway(row);
			if (stored.isEmpty()) {
				transaction.setRollbackOnly();
			}
			return stored;
		});
	}

	private static ProblemException closed(ThreadState state) {
		Instant until = state.until();
		ProblemException problem = ProblemException.of(HttpStatus.FORBIDDEN, "thread-closed",
				"This thread takes no comments" + ((until != null) ? " until " + until : " any more"));
		if (until != null) {
			problem.getBody().setProperty("until", until);
		}
		return problem;
	}

	private static ProblemException slow(Duration slowMode, Duration wait) {
		long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
		ProblemException problem = ProblemException.of(HttpStatus.TOO_MANY_REQUESTS, "slow-mode",
				"In this thread an author may write once in %d s; send the comment again in %d s"
					.formatted(slowMode.toSeconds(), seconds));
		problem.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		problem.getBody().setProperty("retryAfter", seconds);
		return problem;
	}

}
