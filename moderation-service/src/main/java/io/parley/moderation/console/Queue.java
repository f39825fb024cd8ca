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

	/** How far pages count. */
	static final int COUNTED = 1_000;

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

	/**
	 * How many there are, counted up to a limit: all of a long queue take too long. Few
	 * are read once; of many, the first and the last are found by an index each.
	 */
	Size size(QueueFilter filter, int most) {
		QueueCondition condition = condition(filter);
		return jdbc
			.sql("""
					with front as materialized (select q.held_at, q.queued_at from queue q where %1$s limit :most + 1)
					select least(count(*), :most) as count, count(*) > :most as more,
					    case when count(*) <= :most then min(held_at)
					         else (select q.held_at from queue q where %1$s order by q.held_at limit 1) end as oldest,
					    case when count(*) <= :most then max(queued_at)
					         else (select q.queued_at from queue q where %1$s order by q.queued_at desc limit 1) end as newest
					from front"""
				.formatted(condition.sql()))
			.params(condition.values())
			.param("most", most)
			.query((row, _) -> new Size(amount(row), time(row, "oldest"), time(row, "newest")))
			.single();
	}

	/** How many have come since, counted up to a limit. */
	Amount since(QueueFilter filter, Instant time, int most) {
		QueueCondition condition = condition(filter);
		return jdbc
			.sql("""
					select least(count(*), :most) as count, count(*) > :most as more
					from (select from queue q where q.queued_at > :since and %s limit :most + 1) as fresh"""
				.formatted(condition.sql()))
			.params(condition.values())
			.param("since", time.atOffset(ZoneOffset.UTC))
			.param("most", most)
			.query((row, _) -> amount(row))
			.single();
	}

	private static Amount amount(ResultSet row) throws SQLException {
		return new Amount(row.getInt("count"), row.getBoolean("more"));
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
	record Size(Amount amount, @Nullable Instant oldest, @Nullable Instant newest) {

	}

	/** So many, or more than so many. */
	record Amount(int count, boolean more) {

		static final Amount NONE = new Amount(0, false);

	}

}
