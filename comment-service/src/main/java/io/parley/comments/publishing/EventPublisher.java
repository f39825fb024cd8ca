package io.parley.comments.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.publishing.EventSender.Outcome;
import io.parley.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Publishes committed rows at once, without making the caller wait for Kafka: one thread,
 * and one event of each author at a time. Whatever it cannot do it leaves to the
 * {@link Sweeper}, which also says when this direct path is open. Thread-safe.
 */
public class EventPublisher implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(EventPublisher.class);

	/** Events at once that mean that many come. */
	private static final int MANY = 3;

	private static final int LONGEST_GATHERING_MILLIS = 25;

	/** Most comments are decided before, so that their rows need not be written to. */
	private static final Duration ANSWERED_BY = Duration.ofSeconds(1);

	private final EventSender sender;

	private final Traces traces;

	private final int capacity;

	private final AuthorLanes lanes = new AuthorLanes();

	/** The first of each lane. */
	private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();

	/** Authors of whom something is unpublished that is not in the lanes. */
	private final Set<String> blocked = ConcurrentHashMap.newKeySet();

	private final ConcurrentLinkedQueue<Settled> acknowledged = new ConcurrentLinkedQueue<>();

	private final ConcurrentLinkedQueue<Settled> failed = new ConcurrentLinkedQueue<>();

	private volatile boolean open;

	private volatile @Nullable Thread thread;

	EventPublisher(EventSender sender, Traces traces, int capacity, MeterRegistry meters) {
		this.sender = sender;
		this.traces = traces;
		this.capacity = capacity;
		Gauge.builder("parley.publish.queue", lanes, AuthorLanes::size)
			.description("Events in memory that Kafka has not acknowledged yet")
			.register(meters);
	}

	/**
	 * Whether events are published at once. While they are not, rows should be due at
	 * once.
	 */
	public boolean isOpen() {
		return open;
	}

	/**
	 * Offers a committed row; returns at once.
	 * @param turn of the event, as the statement that wrote the row saw it
	 */
	public Handover publish(Outbox outbox, Outgoing outgoing, Turn turn) {
		if (!open || lanes.size() >= capacity) {
			return Handover.leftToSweeper();
		}
		Entry entry = new Entry(outbox, outgoing.tracedBy(traces.current()));
		return switch (lanes.enter(entry, turn)) {
			case FIRST -> {
				queue.add(entry);
				yield new Handover(true, entry.acknowledged());
			}
			case BEHIND -> new Handover(true, entry.acknowledged());
			case REFUSED -> {
				blocked.add(entry.authorKey());
				yield Handover.leftToSweeper();
			}
		};
	}

	/** Authors whose events wait for the sweeper, since the last call. */
	Set<String> takeBlocked() {
		Set<String> taken = new HashSet<>();
		blocked.removeIf(taken::add);
		return taken;
	}

	void open() {
		if (!open) {
			log.info("Comments are published at once");
		}
		open = true;
	}

	void close() {
		if (open) {
			log.warn("Kafka does not acknowledge: comments are accepted and will be published when it is back");
		}
		open = false;
	}

	/**
	 * Writes to the outboxes what became of events: at once that Kafka did not
	 * acknowledge them, after a while that it did.
	 */
	void settle() {
		byOutbox(failed, System.nanoTime()).forEach(Outbox::failed);
		byOutbox(acknowledged, System.nanoTime() - ANSWERED_BY.toNanos()).forEach(Outbox::published);
	}

	/** Takes those that are as old as the time, in nanoseconds. */
	private static Map<Outbox, List<Outgoing>> byOutbox(Queue<Settled> settled, long until) {
		Map<Outbox, List<Outgoing>> taken = new HashMap<>();
		for (Settled next = settled.peek(); next != null && next.at() - until <= 0; next = settled.peek()) {
			settled.remove();
			taken.computeIfAbsent(next.outbox(), _ -> new ArrayList<>()).add(next.outgoing());
		}
		return taken;
	}

	private void run() {
		List<Entry> batch = new ArrayList<>();
		while (isRunning() || lanes.size() > 0) {
			try {
				Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
				if (first != null) {
					batch.add(first);
					queue.drainTo(batch);
					batch.forEach(this::send);
					if (batch.size() >= MANY) {
						// More for the next request: one costs the broker as much as many
						// events do, for each partition. Settles at the pace of the load.
						TimeUnit.MILLISECONDS.sleep(Math.min(batch.size(), LONGEST_GATHERING_MILLIS));
					}
					batch.clear();
				}
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	private void send(Entry entry) {
		if (open) {
			var _ = sender.send(entry.outgoing()).thenAccept(outcome -> settle(entry, outcome));
		}
		else {
			settle(entry, Outcome.NOT_ACKNOWLEDGED);
		}
	}

	/** Runs on Kafka's thread, so the database has to wait for {@link #settle()}. */
	private void settle(Entry entry, Outcome outcome) {
		switch (outcome) {
			case ACKNOWLEDGED -> {
				acknowledged.add(new Settled(entry.outbox(), entry.outgoing(), System.nanoTime()));
				next(entry);
			}
			// The sweeper will try it again; those behind it have nothing to wait for.
			case IMPOSSIBLE -> next(entry);
			case NOT_ACKNOWLEDGED -> {
				close();
				lanes.failed(entry).forEach(waiting -> {
					failed.add(new Settled(waiting.outbox(), waiting.outgoing(), System.nanoTime()));
					waiting.acknowledged().complete(false);
				});
			}
		}
		entry.acknowledged().complete(outcome == Outcome.ACKNOWLEDGED);
	}

	private void next(Entry entry) {
		Entry next = lanes.done(entry);
		if (next != null) {
			queue.add(next);
		}
	}

	@Override
	public void start() {
		Thread starting = Thread.ofPlatform().name("event-publisher").daemon().unstarted(this::run);
		thread = starting;
		starting.start();
	}

	/** Sends what is queued; what is not acknowledged stays due in its row. */
	@Override
	public void stop() {
		Thread stopping = thread;
		thread = null;
		if (stopping != null) {
			try {
				stopping.join(TimeUnit.SECONDS.toMillis(5));
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			stopping.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	/** Stops after the web server. */
	@Override
	public int getPhase() {
		return 0;
	}

	private record Settled(Outbox outbox, Outgoing outgoing, long at) {
	}

}
