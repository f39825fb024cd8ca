package io.parley.comments.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.publishing.EventSender.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Publishes the rows that are due, whatever made them so: Kafka was away, a process died,
 * a decision never came. While Kafka does not acknowledge, it tries with a few rows only;
 * once it does, the backlog is published batch after batch, and then the direct path
 * opens again. Until then new rows queue up behind the backlog, in order.
 */
class Sweeper {

	private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

	private static final int PROBE = 8;

	private static final int BATCH = 500;

	private final TopicGuard topics;

	private final EventSender sender;

	private final EventPublisher publisher;

	private final List<Outbox> outboxes;

	private final Counter republished;

	private volatile boolean databaseAway;

	/**
	 * @param outboxes in the order in which they are to be published
	 */
	Sweeper(TopicGuard topics, EventSender sender, EventPublisher publisher, List<Outbox> outboxes,
			MeterRegistry meters) {
		this.topics = topics;
		this.sender = sender;
		this.publisher = publisher;
		this.outboxes = List.copyOf(outboxes);
		this.republished = Counter.builder("parley.publish.republished")
			.description("Events that the sweeper published")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${parley.publishing.sweep-interval:500ms}")
	void sweep() {
		try {
			publisher.settle();
			if (topics.verified()) {
				publishDue();
			}
			databaseAway = false;
		}
		catch (DataAccessException failure) {
			if (!databaseAway) {
				log.warn("Due rows cannot be read: {}", failure.getMessage());
			}
			databaseAway = true;
		}
	}

	private void publishDue() {
		int limit = publisher.isOpen() ? BATCH : PROBE;
		while (true) {
			boolean more = false;
			for (Outbox outbox : outboxes) {
				List<Outgoing> due = outbox.claim(limit);
				if (!publish(outbox, due)) {
					publisher.close();
					return;
				}
				more |= due.size() == limit;
			}
			if (!more) {
				publisher.open();
				return;
			}
			limit = BATCH;
		}
	}

	/** Returns whether Kafka acknowledged. */
	private boolean publish(Outbox outbox, List<Outgoing> due) {
		List<CompletableFuture<Outcome>> sends = new ArrayList<>();
		boolean answering = true;
		for (Outgoing outgoing : due) {
			CompletableFuture<Outcome> send = answering ? sender.send(outgoing)
					: CompletableFuture.completedFuture(Outcome.NOT_ACKNOWLEDGED);
			sends.add(send);
			answering = send.getNow(Outcome.ACKNOWLEDGED) != Outcome.NOT_ACKNOWLEDGED;
		}
		List<Outgoing> done = new ArrayList<>();
		List<Outgoing> failed = new ArrayList<>();
		for (int i = 0; i < sends.size(); i++) {
			// An impossible event is tried again too, but as rarely as one that waits for
			// its decision.
			(sends.get(i).join() == Outcome.NOT_ACKNOWLEDGED ? failed : done).add(due.get(i));
		}
		outbox.republished(done);
		outbox.failed(failed);
		republished.increment(done.size());
		return failed.isEmpty();
	}

}
