package io.parley.moderation.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What can be chosen in the filters of the queue: what occurs in it, with how often. As
 * of a moment ago, for it takes longer to count than to list. Thread-safe.
 */
@Repository
class QueueChoices {

	private static final Duration AGE = Duration.ofSeconds(15);

	private static final Duration OLDEST = Duration.ofMinutes(5);

	private static final int MOST = 200;

	private final JdbcClient jdbc;

	/** Counted anew beside the page that asks for it, which is shown the last count. */
	private final LoadingCache<Boolean, Map<String, List<Choice>>> recent = CacheBuilder.newBuilder()
		.refreshAfterWrite(AGE)
		.expireAfterWrite(OLDEST)
		.build(CacheLoader.asyncReloading(CacheLoader.from(this::count),
				task -> Thread.ofVirtual().name("queue-choices").start(task)));

	QueueChoices(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By the names of the filters. */
	Map<String, List<Choice>> all() {
		return recent.getUnchecked(true);
	}

	private Map<String, List<Choice>> count() {
		Map<String, List<Choice>> choices = new TreeMap<>();
		choices.put("site", of("select site as value, count(*) as count from queue group by 1"));
		choices.put("rule", of("select value, count(*) as count from queue, unnest(rules) value group by 1"));
		choices.put("reason", of("select value, count(*) as count from queue, unnest(reasons) value group by 1"));
		choices.put("language",
				of("select language as value, count(*) as count from queue where language <> '' group by 1"));
		return choices;
	}

	private List<Choice> of(String sql) {
		return jdbc.sql(sql + " order by 2 desc, 1 limit " + MOST)
			.query((row, _) -> new Choice(row.getString("value"), row.getLong("count")))
			.list();
	}

	/** A value and how often it occurs. */
	record Choice(String value, long count) {

	}

}
