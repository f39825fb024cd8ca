package io.parley.moderation.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** All decisions, newest first. Thread-safe. */
@Repository
class DecisionSearch {

	private static final int BEGINNING = 220;

	private static final Map<String, String> CONDITIONS = Map.of("text",
			"r.words @@ websearch_to_tsquery('simple', :text)", "site", "h.site = :site", "thread",
			"h.thread_id = :thread", "author", "h.author_key = :author", "rule", "h.rules @> array[:rule]", "verdict",
			"h.verdict = :verdict", "source", "h.source = :source", "moderator", "h.moderator = :moderator", "from",
			"h.decided_at >= :from::date", "to", "h.decided_at < :to::date + 1");

	/** Words that no more comments have are looked up, others met on the way. */
	private static final int FEW = 2_000;

	private final JdbcClient jdbc;

	DecisionSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of what was found.
	 * @param after the last one of the page before, or null to begin
	 */
	List<Found> page(DecisionFilter filter, @Nullable String after, int limit) {
		return statement(filter, DecisionPlace.at(after), limit).query((row, _) -> found(row)).list();
	}

	/** Hands over one after another, for files that are longer than memory. */
	void each(DecisionFilter filter, int limit, Consumer<Found> consumer) {
		DecisionPlace place = null;
		int left = limit;
		while (left > 0) {
			int size = Math.min(left, 1000);
			List<Found> page = statement(filter, place, size).query((row, _) -> found(row)).list();
			page.forEach(consumer);
			if (page.size() < size) {
				return;
			}
			place = DecisionPlace.of(page.getLast());
			left -= size;
		}
	}

	private StatementSpec statement(DecisionFilter filter, @Nullable DecisionPlace after, int limit) {
		StringBuilder sql = new StringBuilder(
				"""
						select h.comment_id, h.revision, h.ordinal, h.site, h.thread_id, h.author_key, h.verdict, h.source, h.moderator,
						    h.rules, h.degraded, h.decided_at, h.event -> 'publicReason' ->> 'code' as reason,
						    (h.event ->> 'score')::int as score, left(r.event ->> 'body', %d) as beginning,
						    r.event -> 'author' ->> 'name' as author
						from decision_history h
						left join comment_revision r on r.comment_id = h.comment_id and r.revision = h.revision
						where true"""
					.formatted(BEGINNING));
		filter.asked().keySet().forEach(name -> sql.append(" and ").append(CONDITIONS.get(name)));
		String[] few = (filter.text() != null) ? few(filter.text()) : null;
		if (few != null) {
			sql.append(" and h.comment_id = any(:few)");
		}
		if (after != null) {
			sql.append(
					" and (h.decided_at, h.comment_id, h.revision, h.ordinal) < (:time::timestamptz, :id, :revision, :ordinal)");
		}
		sql.append(" order by h.decided_at desc, h.comment_id desc, h.revision desc, h.ordinal desc limit :limit");
		StatementSpec statement = jdbc.sql(sql.toString()).params(filter.asked()).param("limit", limit);
		if (few != null) {
			statement = statement.param("few", few);
		}
		return (after == null) ? statement
				: statement.param("time", after.decidedAt().toString())
					.param("id", after.commentId())
					.param("revision", after.revision())
					.param("ordinal", after.ordinal());
	}

	/**
	 * The comments with these words, or null if there are many. The database cannot know
	 * which of two ways is the shorter one: to sort what has the words, or to look for
	 * them in what is sorted by time.
	 */
	private String @Nullable [] few(String text) {
		List<String> found = jdbc
			.sql("""
					select comment_id from comment_revision where words @@ websearch_to_tsquery('simple', :text) limit :most""")
			.param("text", text)
			.param("most", FEW + 1)
			.query((row, _) -> row.getString("comment_id"))
			.list();
		return (found.size() > FEW) ? null : found.toArray(String[]::new);
	}

	private static Found found(ResultSet row) throws SQLException {
		return new Found(row.getString("comment_id"), row.getInt("revision"), row.getInt("ordinal"),
				row.getString("site"), row.getString("thread_id"), row.getString("author_key"), row.getString("author"),
				row.getString("verdict"), row.getString("source"), row.getString("moderator"),
				Queue.strings(row.getArray("rules")), row.getBoolean("degraded"), row.getString("reason"),
				row.getInt("score"), Objects.requireNonNull(Queue.time(row, "decided_at")), row.getString("beginning"));
	}

	/**
	 * A decision in the list.
	 *
	 * @param beginning of the text, null if the comment was withdrawn
	 */
	record Found(String commentId, int revision, int ordinal, String site, String threadId, String authorKey,
			@Nullable String author, String verdict, String source, @Nullable String moderator, List<String> rules,
			boolean degraded, @Nullable String reason, int score, Instant decidedAt, @Nullable String beginning) {

		/** Where the next page begins. */
		public String cursor() {
			return DecisionPlace.of(this).cursor();
		}

	}

}
