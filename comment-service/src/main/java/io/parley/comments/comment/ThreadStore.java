package io.parley.comments.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * What readers see of a thread, read along the index {@code comment_shown}.
 */
@Component
class ThreadStore {

	private final JdbcClient jdbc;

	ThreadStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Comment> shown(Listing list, @Nullable Cursor after, int limit) {
		String from = "select " + Columns.OF_SHOWN_COMMENT + Columns.FROM_SHOWN
				+ " where c.site = :site and c.thread_id = :threadId and c.shown";
		String place = (after == null) ? ""
				: " and (c.submitted_at, c.id) %s (:time, :id)".formatted(list.order().comparison());
		JdbcClient.StatementSpec query = jdbc
			.sql(from + place
					+ " order by c.submitted_at %1$s, c.id %1$s limit :limit".formatted(list.order().direction()))
			.param("site", list.site())
			.param("threadId", list.threadId())
			.param("limit", limit);
		if (after != null) {
			query = query.param("time", Columns.value(after.submittedAt())).param("id", after.id());
		}
		return query.query(Columns::comment).list();
	}

	/** How many comments readers see in each thread, in the order of the ids. */
	List<Count> counts(String site, List<String> threadIds) {
		return jdbc.sql("""
				select i.id, count(c.id) as shown
				from unnest(?) with ordinality as i (id, place)
				left join comment c on c.site = ? and c.thread_id = i.id and c.shown
				group by i.id, i.place order by i.place
				""")
			.param(new SqlArrayValue("text", threadIds.toArray()))
			.param(site)
			.query((row, _) -> new Count(row.getString("id"), row.getLong("shown")))
			.list();
	}

	/** Of one thread. */
	record Count(String id, long comments) {
	}

}
