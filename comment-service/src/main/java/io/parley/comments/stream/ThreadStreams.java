package io.parley.comments.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.comment.ShownChange;
import io.parley.comments.comment.ShownChanges;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The streams that are open in this process, and the one thread that follows the changes
 * for all of them. It reads the database and not the topic of decisions, because edits
 * and withdrawals change what is shown as well, and because a change must be in the
 * database before it is told. Thread-safe.
 */
@Component
class ThreadStreams implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ThreadStreams.class);

	private static final int PAGE = 500;

	private final ShownChanges changes;

	private final LiveSettings settings;

	private final long mostStreams;

	private final ConcurrentHashMap<ThreadName, Set<OpenStream>> streams = new ConcurrentHashMap<>();

	private final AtomicInteger open = new AtomicInteger();

	private final Counter cutOff;

	/** Of the changes at and after the position, those that were told. */
	private final Map<UUID, Long> told = new HashMap<>();

	/** Everything before was told; null while nobody listens. */
	private volatile @Nullable Long position;

	private volatile @Nullable Thread tail;

	ThreadStreams(ShownChanges changes, LiveSettings settings, MeterRegistry meters) {
		this.changes = changes;
		this.settings = settings;
		this.mostStreams = settings.mostStreams(Runtime.getRuntime().maxMemory());
		this.cutOff = Counter.builder("parley.streams.cut")
			.description("Streams that were ended because their reader was too slow")
			.register(meters);
		Gauge.builder("parley.streams.open", open, AtomicInteger::get)
			.description("Server-sent event streams that are open")
			.register(meters);
	}

	/**
	 * Opens a stream; what changes from {@link #position()} on is offered to it.
	 * @throws ProblemException if there are too many already
	 */
	OpenStream open(ThreadName thread) {
		if (open.incrementAndGet() > mostStreams || !isRunning()) {
			open.decrementAndGet();
			throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "too-many-streams",
					"This instance has as many open streams as it may have; try again in a while");
		}
		try {
			follow();
		}
		catch (RuntimeException failure) {
			open.decrementAndGet();
			throw failure;
		}
		OpenStream stream = new OpenStream(this, thread, settings.bufferedEvents());
		streams.compute(thread, (_, present) -> {
			Set<OpenStream> all = (present != null) ? present : ConcurrentHashMap.newKeySet();
			all.add(stream);
			return all;
		});
		return stream;
	}

	private synchronized void follow() {
		if (position == null) {
			position = changes.position();
		}
	}

	private synchronized void restIfAlone() {
		if (open.get() == 0) {
			position = null;
			told.clear();
		}
	}

	void remove(OpenStream stream) {
		streams.computeIfPresent(stream.thread(), (_, all) -> {
			all.remove(stream);
			return all.isEmpty() ? null : all;
		});
		open.decrementAndGet();
	}

	/** Before it everything was offered to every stream that was open. */
	long position() {
		Long known = position;
		return (known != null) ? known : changes.position();
	}

	private void run() {
		boolean databaseAway = false;
		while (isRunning()) {
			try {
				TimeUnit.NANOSECONDS.sleep(settings.pollInterval().toNanos());
				restIfAlone();
				tell();
				databaseAway = false;
			}
			catch (InterruptedException _) {
				return;
			}
			catch (DataAccessException | CannotCreateTransactionException failure) {
				if (!databaseAway) {
					log.warn("Streams say nothing new while the database is away: {}", failure.getMessage());
				}
				databaseAway = true;
			}
		}
	}

	/** Offers what has changed since the last time. */
	void tell() {
		Long from = position;
		if (from == null) {
			return;
		}
		// Asked first: whatever has ended before is seen by the queries that follow.
		long next = changes.position();
		ShownChange last = null;
		List<ShownChange> page;
		do {
			page = changes.since(from, last, PAGE);
			for (ShownChange change : page) {
				offer(change, next);
				last = change;
			}
		}
		while (page.size() == PAGE);
		told.values().removeIf(transaction -> transaction < next);
		position = next;
	}

	private void offer(ShownChange change, long next) {
		Long before = told.put(change.commentId(), change.transaction());
		Set<OpenStream> readers = streams.get(new ThreadName(change.site(), change.threadId()));
		if (readers == null || (before != null && before == change.transaction())) {
			return;
		}
		ThreadEvent event = ThreadEvent.of(change, next);
		readers.removeIf(reader -> !takes(reader, event));
	}

	private boolean takes(OpenStream reader, ThreadEvent event) {
		boolean taken = reader.offer(event);
		if (!taken) {
			cutOff.increment();
		}
		return taken;
	}

	@Override
	public void start() {
		tail = Thread.ofPlatform().name("thread-streams").daemon().unstarted(this::run);
		tail.start();
	}

	/** Ends all streams; their readers go on with another process. */
	@Override
	public void stop() {
		Thread stopping = tail;
		tail = null;
		if (stopping != null) {
			stopping.interrupt();
		}
		new ArrayList<>(streams.values()).forEach(all -> all.forEach(OpenStream::end));
	}

	@Override
	public boolean isRunning() {
		return tail != null;
	}

	/** Stops before the web server, which would wait for the streams. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

	Duration heartbeat() {
		return settings.heartbeat();
	}

}
