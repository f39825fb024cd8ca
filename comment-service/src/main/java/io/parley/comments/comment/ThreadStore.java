package io.parley.comments.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
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

	List<Comment> shown(String site, String threadId, ThreadOrder order, @Nullable Cursor after, int limit) {
		String from = "select " + Columns.OF_SHOWN_COMMENT + Columns.FROM_SHOWN
				+ " where c.site = :site and c.thread_id = :threadId and c.shown";
		String place = (after == null) ? ""
				: " and (c.submitted_at, c.id) %s (:time, :id)".formatted(order.comparison());
		JdbcClient.StatementSpec query = jdbc
			.sql(from + place + " order by c.submitted_at %1$s, c.id %1$s limit :limit".formatted(order.direction()))
			.param("site", site)
			.param("threadId", threadId)
			.param("limit", limit);
		if (after != null) {
			query = query.param("time", Columns.value(after.submittedAt())).param("id", after.id());
		}
		return query.query(Columns::comment).list();
	}

}
