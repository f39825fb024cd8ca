package io.parley.comments.comment;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.comment.CommentStore.Earlier;
import io.parley.comments.publishing.EventPublisher;
import io.parley.comments.publishing.Outbox;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.problem.ProblemException;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The way of a new comment: stored, then published, then perhaps waited for. */
@Component
class Submissions {

	private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

	private final CommentStore comments;

	private final EventPublisher publisher;

	private final Receipts receipts;

	private final Clock clock;

	private final Counter submitted;

	Submissions(CommentStore comments, EventPublisher publisher, Receipts receipts, Clock clock, MeterRegistry meters) {
		this.comments = comments;
		this.publisher = publisher;
		this.receipts = receipts;
		this.clock = clock;
		this.submitted = Counter.builder("parley.comments.submitted")
			.description("Comments that were stored")
			.register(meters);
	}

	/**
	 * Takes a comment; returns when it is stored, and with a decision if one comes within
	 * the patience.
	 * @throws ProblemException if the parent is not there, or the key was used for
	 * another comment
	 */
	Receipt submit(NewComment comment, @Nullable IdempotencyKey key, Duration patience) {
		UUID id = ids.generate();
		Instant submittedAt = (comment.submittedAt() != null) ? comment.submittedAt()
				: clock.instant().truncatedTo(ChronoUnit.MICROS);
		// Nobody else publishes it for a while, unless nobody publishes at once.
		Duration publishIn = publisher.isOpen() ? Outbox.LEASE : Duration.ZERO;
		return comments.insert(id, comment, submittedAt, key, publishIn).map(thread -> {
			submitted.increment();
			return receipts.publish(id, event(id, comment, thread, submittedAt), patience);
		}).orElseGet(() -> repeat(comment, key, patience));
	}

	private static CommentSubmitted event(UUID id, NewComment comment, CommentThread thread, Instant submittedAt) {
		UUID parentId = comment.parentId();
		return new CommentSubmitted(id.toString(), 1, comment.site(), thread,
				(parentId != null) ? parentId.toString() : null, comment.author(), comment.body(), comment.language(),
				submittedAt);
	}

	/** The comment was not inserted: it is there already, or its parent is not. */
	private Receipt repeat(NewComment comment, @Nullable IdempotencyKey key, Duration patience) {
		Earlier earlier = (key != null) ? comments.findByKey(comment.site(), key).orElse(null) : null;
		if (earlier == null) {
			throw Violations.single("parentId", "must be the id of a comment of the same thread");
		}
		if (!MessageDigest.isEqual(earlier.payloadHash(), IdempotencyKey.hashOf(comment))) {
			throw ProblemException.of(HttpStatus.CONFLICT, "idempotency-key-reused",
					"This Idempotency-Key was sent before with another comment; use a new key for a new comment");
		}
		return receipts.present(comment.site(), earlier.id(), 1, patience);
	}

}
