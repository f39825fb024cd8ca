package io.parley.moderation.console;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages what became of the queue since they were loaded: how many came, what
 * others look at, what others decided. The database is asked once for all pages, and for
 * each page only when something came. Thread-safe.
 */
@Component
@ConditionalOnBooleanProperty("parley.access.pages")
class QueueNews implements SmartLifecycle {

	/** A browser connects again then, if its session is still good. */
	static final Duration LONGEST = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(QueueNews.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private static final int MOST_READERS = 500;

	private final Queue queue;

	private final Claims claims;

	private final JdbcClient jdbc;

	private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

	private @Nullable ScheduledExecutorService watching;

	QueueNews(Queue queue, Claims claims, JdbcClient jdbc) {
		this.queue = queue;
		this.claims = claims;
		this.jdbc = jdbc;
	}

	/**
	 * News for a page.
	 * @param since when the newest one came that the page shows
	 */
	SseEmitter open(QueueFilter filter, Instant since, String moderator) {
		SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
		if (readers.size() >= MOST_READERS) {
			emitter.complete();
			return emitter;
		}
		Reader reader = new Reader(emitter, filter, since, moderator);
		emitter.onCompletion(() -> readers.remove(reader));
		emitter.onTimeout(emitter::complete);
		emitter.onError(_ -> readers.remove(reader));
		readers.add(reader);
		return emitter;
	}

	private void tell() {
		if (readers.isEmpty()) {
			return;
		}
		try {
			Map<String, String> looking = claims.all();
			Map<String, String> gone = recentlyDecided();
			Map<QueueFilter, Queue.Size> sizes = new HashMap<>();
			for (Reader reader : readers) {
				Queue.Size size = sizes.computeIfAbsent(reader.filter, filter -> queue.size(filter, Queue.COUNTED));
				boolean more = size.newest() != null && size.newest().isAfter(reader.since);
				Queue.Amount fresh = more ? queue.since(reader.filter, reader.since, Queue.COUNTED) : Queue.Amount.NONE;
				reader.tell(new News(size.amount(), fresh, others(looking, reader.moderator),
						others(gone, reader.moderator)));
			}
		}
		catch (DataAccessException away) {
			log.debug("Nothing is known of the queue at present", away);
		}
	}

	private static Map<String, String> others(Map<String, String> moderators, String reader) {
		Map<String, String> others = new HashMap<>(moderators);
		others.values().removeIf(reader::equals);
		return others;
	}

	private Map<String, String> recentlyDecided() {
		Map<String, String> gone = new HashMap<>();
		jdbc.sql("""
				select comment_id, moderator from action
				where made_at > now() - interval '1 minute' and comment_id is not null and state <> 'UNDONE'
				order by made_at desc limit 500""").query(row -> {
			gone.put(row.getString("comment_id"), row.getString("moderator"));
		});
		return gone;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("queue-news").daemon().factory());
		ScheduledFuture<?> _ = started.scheduleWithFixedDelay(this::tell, PAUSE.toMillis(), PAUSE.toMillis(),
				TimeUnit.MILLISECONDS);
		watching = started;
	}

	@Override
	public synchronized void stop() {
		if (watching != null) {
			watching.shutdownNow();
			watching = null;
		}
		readers.forEach(reader -> reader.emitter.complete());
	}

	@Override
	public synchronized boolean isRunning() {
		return watching != null;
	}

	/** Before the web server waits for its requests to end. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

	/**
	 * What became of the queue.
	 *
	 * @param fresh how many the page does not show yet
	 * @param looking other moderators by the comment that they look at
	 * @param gone other moderators by the comment that they have decided
	 */
	record News(Queue.Amount waiting, Queue.Amount fresh, Map<String, String> looking, Map<String, String> gone) {

	}

	private static final class Reader {

		private final SseEmitter emitter;

		private final QueueFilter filter;

		private final Instant since;

		private final String moderator;

		private @Nullable News told;

		private long toldAt;

		Reader(SseEmitter emitter, QueueFilter filter, Instant since, String moderator) {
			this.emitter = emitter;
			this.filter = filter;
			this.since = since;
			this.moderator = moderator;
		}

		/**
		 * Changes only, and now and then a word that finds out whether anybody listens.
		 */
		void tell(News news) {
			boolean quiet = System.nanoTime() - toldAt < TimeUnit.SECONDS.toNanos(20);
			if (news.equals(told) && quiet) {
				return;
			}
			try {
				emitter.send(SseEmitter.event().name("queue").data(news, MediaType.APPLICATION_JSON));
				told = news;
				toldAt = System.nanoTime();
			}
			catch (IOException | IllegalStateException left) {
				log.debug("A page is gone", left);
				emitter.completeWithError(left);
			}
		}

	}

}
