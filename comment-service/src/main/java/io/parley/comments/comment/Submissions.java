package io.parley.comments.comment;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.comment.CommentStore.Earlier;
import io.parley.comments.decision.DecisionStore;
import io.parley.comments.decision.DecisionWaiters;
import io.parley.comments.decision.DecisionWaiters.AwaitedDecision;
import io.parley.problem.ProblemException;
import io.parley.problem.Violations;
import io.parley.comments.publishing.EventPublisher;
import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The way of a new comment: stored, then published, then perhaps waited for. */
@Component
class Submissions {

	private static final Logger log = LoggerFactory.getLogger(Submissions.class);

	private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

	private final CommentStore comments;

	private final CommentOutbox outbox;

	private final EventPublisher publisher;

	private final DecisionWaiters waiters;

	private final DecisionStore decisions;

	private final Clock clock;

	private final Counter submitted;

	Submissions(CommentStore comments, CommentOutbox outbox, EventPublisher publisher, DecisionWaiters waiters,
			DecisionStore decisions, Clock clock, MeterRegistry meters) {
		this.comments = comments;
		this.outbox = outbox;
		this.publisher = publisher;
		this.waiters = waiters;
		this.decisions = decisions;
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
		return comments.insert(id, comment, submittedAt, key, publishIn)
			.map(thread -> publish(event(id, comment, thread, submittedAt), id, patience))
			.orElseGet(() -> repeat(comment, key, patience));
	}

	private static CommentSubmitted event(UUID id, NewComment comment, CommentThread thread, Instant submittedAt) {
		UUID parentId = comment.parentId();
		return new CommentSubmitted(id.toString(), 1, comment.site(), thread,
				(parentId != null) ? parentId.toString() : null, comment.author(), comment.body(), comment.language(),
				submittedAt);
	}

	private Receipt publish(CommentSubmitted event, UUID id, Duration patience) {
		submitted.increment();
		Receipt pending = new Receipt(id, event.threadId(), CommentStatus.PENDING, null);
		if (patience.isZero()) {
			publisher.publish(outbox, new Outgoing(id, event));
			return pending;
		}
		try (AwaitedDecision decision = waiters.expect(id)) {
			boolean onItsWay = publisher.publish(outbox, new Outgoing(id, event)).accepted();
			return onItsWay ? await(decision, patience, event.site(), pending) : pending;
		}
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
		try (AwaitedDecision decision = waiters.expect(earlier.id())) {
			Receipt now = receipt(comment.site(), earlier.id());
			boolean wait = now.status() == CommentStatus.PENDING && !patience.isZero();
			return wait ? await(decision, patience, comment.site(), now) : now;
		}
	}

	private Receipt await(AwaitedDecision awaited, Duration patience, String site, Receipt pending) {
		Decision decision = awaited.within(patience);
		try {
			if (decision != null) {
				// Whoever reads the comment after our answer must find it decided.
				decisions.apply(List.of(decision));
			}
			return receipt(site, pending.id());
		}
		catch (DataAccessException failure) {
			log.warn("Comment {} is stored, its decision will be applied later: {}", pending.id(),
					failure.getMessage());
			return pending;
		}
	}

	private Receipt receipt(String site, UUID id) {
		Comment comment = comments.find(site, id).orElseThrow();
		return new Receipt(id, comment.threadId(), comment.status(), comment.reason());
	}

}
