package io.parley.moderation.console;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.parley.moderation.projection.Urgency;
import io.parley.moderation.rollout.PublishedPolicies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a moderator, most urgent and oldest first. Thread-safe. */
@Repository
class Queue {

	private static final int BEGINNING = 220;

	private static final String COLUMNS = """
			select q.*, %s as trust, left(c.event ->> 'body', %d) as beginning, c.event -> 'author' ->> 'name' as author,
			    c.event -> 'thread' ->> 'title' as thread, k.moderator as claimed_by
			from queue q join comment c on c.comment_id = q.comment_id
			left join claim k on k.comment_id = q.comment_id and k.until > now()
			"""
		.formatted(QueueCondition.TRUST, BEGINNING);

	private final JdbcClient jdbc;

	private final PublishedPolicies policies;

	Queue(JdbcClient jdbc, PublishedPolicies policies) {
		this.jdbc = jdbc;
		this.policies = policies;
	}

	QueueCondition condition(QueueFilter filter) {
		return QueueCondition.of(filter, policies.inForce().trust());
	}

	/** Those that follow a place. */
	List<QueueItem> page(QueueFilter filter, QueuePlace after, int limit) {
		QueueCondition condition = condition(filter);
		return jdbc
			.sql(COLUMNS + " where (q.urgency, q.held_at, q.comment_id) > (:urgencyAfter, :time, :id) and "
					+ condition.sql() + " order by q.urgency, q.held_at, q.comment_id limit :limit")
			.params(condition.values())
			.param("urgencyAfter", after.urgency())
			.param("time", after.heldAt().atOffset(ZoneOffset.UTC))
			.param("id", after.commentId())
			.param("limit", limit)
			.query((row, _) -> item(row))
			.list();
	}

	/** Those that had come by then, from the front. */
	List<QueueItem> upTo(QueueFilter filter, Instant time, int limit) {
		QueueCondition condition = condition(filter);
		return jdbc
			.sql(COLUMNS + " where q.queued_at <= :until and " + condition.sql()
					+ " order by q.urgency, q.held_at, q.comment_id limit :limit")
			.params(condition.values())
			.param("until", time.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, _) -> item(row))
			.list();
	}

	/** How many there are. */
	Size size(QueueFilter filter) {
		QueueCondition condition = condition(filter);
		return jdbc
			.sql("select count(*) as count, min(q.held_at) as oldest, max(q.queued_at) as newest from queue q where "
					+ condition.sql())
			.params(condition.values())
			.query((row, _) -> new Size(row.getLong("count"), time(row, "oldest"), time(row, "newest")))
			.single();
	}

	/** How many have come since. */
	long since(QueueFilter filter, Instant time) {
		QueueCondition condition = condition(filter);
		return jdbc.sql("select count(*) from queue q where q.queued_at > :since and " + condition.sql())
			.params(condition.values())
			.param("since", time.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	private static QueueItem item(ResultSet row) throws SQLException {
		return new QueueItem(row.getString("comment_id"), row.getInt("revision"), row.getInt("ordinal"),
				row.getString("site"), row.getString("thread_id"), row.getString("thread"), row.getString("author_key"),
				row.getString("author"), Urgency.ofRank(row.getInt("urgency")),
				row.getObject("held_at", OffsetDateTime.class).toInstant(), row.getString("language"),
				strings(row.getArray("rules")), row.getString("trust"), row.getString("beginning"),
				row.getString("claimed_by"));
	}

	static List<String> strings(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * @param oldest when the one that waits longest was held
	 * @param newest when the last one came
	 */
	record Size(long count, @Nullable Instant oldest, @Nullable Instant newest) {

	}

}
