package io.parley.comments.publishing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.publishing.EventSender.Outcome;
import io.parley.comments.publishing.Outbox.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Publishes the rows that are due, whatever made them so: Kafka was away, a process died,
 * a decision never came, another instance has an earlier one. Each author's in their
 * order. While Kafka does not acknowledge, it tries with a few rows only; once it does,
 * the backlog is published batch after batch, and then the direct path opens again.
 */
class Sweeper {

	private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

	private static final int PROBE = 8;

	private static final int BATCH = 500;

	private static final int MOST_OF_AUTHOR = 100;

	private final TopicGuard topics;

	private final EventSender sender;

	private final EventPublisher publisher;

	private final List<Outbox> outboxes;

	private final Counter republished;

	private volatile boolean databaseAway;

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
		boolean first = !publisher.isOpen();
		Set<String> authors = publisher.takeBlocked();
		while (true) {
			int limit = first ? PROBE : BATCH;
			List<Row> again = new ArrayList<>();
			for (Outbox outbox : outboxes) {
				Claim claim = outbox.claim(limit);
				authors.addAll(claim.authorKeys());
				claim.again().forEach(outgoing -> again.add(new Row(outbox, outgoing)));
			}
			if (authors.isEmpty() && again.isEmpty()) {
				publisher.open();
				return;
			}
			int most = first ? PROBE : MOST_OF_AUTHOR;
			List<Deque<Row>> lanes = lanes(authors, most);
			authors = lanes.stream()
				.filter(lane -> lane.size() == most)
				.map(lane -> lane.element().outgoing().authorKey())
				.collect(Collectors.toCollection(HashSet::new));
			again.forEach(row -> lanes.add(new ArrayDeque<>(List.of(row))));
			if (!publish(lanes)) {
				publisher.close();
				return;
			}
			first = false;
			// A long backlog must not keep all that was acknowledged meanwhile in memory.
			publisher.settle();
		}
	}

	/**
	 * The unpublished events of each author in order, or the first of them. What an
	 * author has beyond these has to wait for them.
	 */
	private List<Deque<Row>> lanes(Set<String> authors, int most) {
		return outboxes.stream()
			.flatMap(outbox -> outbox.unpublished(authors, most).stream().map(outgoing -> new Row(outbox, outgoing)))
			.sorted(Comparator.comparingLong(row -> row.outgoing().number()))
			.collect(Collectors.groupingBy(row -> row.outgoing().authorKey(), LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.<Deque<Row>>map(rows -> new ArrayDeque<>(rows.subList(0, Math.min(most, rows.size()))))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	/**
	 * Publishes the first of each lane, then the second, and so on: an event is sent once
	 * the one before it is acknowledged. Returns whether Kafka acknowledged them all.
	 */
	private boolean publish(List<Deque<Row>> lanes) {
		List<Row> done = new ArrayList<>();
		List<Row> failed = new ArrayList<>();
		List<Deque<Row>> waiting = lanes;
		while (!waiting.isEmpty() && failed.isEmpty()) {
			publish(waiting.stream().map(Deque::remove).toList(), done, failed);
			waiting = waiting.stream().filter(lane -> !lane.isEmpty()).toList();
		}
		waiting.forEach(failed::addAll);
		byOutbox(done).forEach(Outbox::published);
		byOutbox(failed).forEach(Outbox::failed);
		republished.increment(done.size());
		return failed.isEmpty();
	}

	private void publish(List<Row> rows, List<Row> done, List<Row> failed) {
		List<CompletableFuture<Outcome>> sends = new ArrayList<>(rows.size());
		boolean answering = true;
		for (Row row : rows) {
			CompletableFuture<Outcome> send = answering ? sender.send(row.outgoing())
					: CompletableFuture.completedFuture(Outcome.NOT_ACKNOWLEDGED);
			sends.add(send);
			answering = send.getNow(Outcome.ACKNOWLEDGED) != Outcome.NOT_ACKNOWLEDGED;
		}
		for (int i = 0; i < sends.size(); i++) {
			// An impossible event is tried again too, but as rarely as one that waits for
			// its decision.
			(sends.get(i).join() == Outcome.NOT_ACKNOWLEDGED ? failed : done).add(rows.get(i));
		}
	}

	private static Map<Outbox, List<Outgoing>> byOutbox(List<Row> rows) {
		return rows.stream()
			.collect(Collectors.groupingBy(Row::outbox, Collectors.mapping(Row::outgoing, Collectors.toList())));
	}

	private record Row(Outbox outbox, Outgoing outgoing) {
	}

}
