package io.parley.comments.comment;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.parley.comments.decision.DecisionStore;
import io.parley.comments.decision.DecisionWaiters;
import io.parley.comments.decision.DecisionWaiters.AwaitedDecision;
import io.parley.comments.publishing.EventPublisher;
import io.parley.comments.publishing.Outgoing;
import io.parley.comments.publishing.Turn;
import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Publishes texts that were stored and tells their senders what became of them, if need
 * be after a while.
 */
@Component
class Receipts {

	private static final Logger log = LoggerFactory.getLogger(Receipts.class);

	private final CommentStore comments;

	private final CommentOutbox outbox;

	private final EventPublisher publisher;

	private final DecisionWaiters waiters;

	private final DecisionStore decisions;

	Receipts(CommentStore comments, CommentOutbox outbox, EventPublisher publisher, DecisionWaiters waiters,
			DecisionStore decisions) {
		this.comments = comments;
		this.outbox = outbox;
		this.publisher = publisher;
		this.waiters = waiters;
		this.decisions = decisions;
	}

	/** Publishes a committed text, and waits for its decision as long as asked for. */
	Receipt publish(UUID id, CommentContent event, Turn turn, Duration patience) {
		Receipt pending = Receipt.pending(id, event);
		Outgoing outgoing = new Outgoing(id, turn.number(), event, null);
		if (patience.isZero()) {
			publisher.publish(outbox, outgoing, turn);
			return pending;
		}
		try (AwaitedDecision decision = waiters.expect(id, event.revision())) {
			boolean onItsWay = publisher.publish(outbox, outgoing, turn).accepted();
			return onItsWay ? await(decision, patience, event.site(), pending) : pending;
		}
	}

	/** How a comment stands that was published before, waiting if it is undecided. */
	Receipt present(String site, UUID id, int revision, Duration patience) {
		try (AwaitedDecision decision = waiters.expect(id, revision)) {
			Receipt now = receipt(site, id);
			return (now.isPending() && !patience.isZero()) ? await(decision, patience, site, now) : now;
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
		return Receipt.of(comments.find(site, id).orElseThrow());
	}

}
