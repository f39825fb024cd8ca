package io.parley.comments.comment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The approved comments of a thread, read along the index {@code comment_approved}.
 */
@Component
class ThreadStore {

	private final JdbcClient jdbc;

	ThreadStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Comment> approved(String site, String threadId, ThreadOrder order, @Nullable Cursor after, int limit) {
		String from = "select %s from comment where site = :site and thread_id = :threadId and status = 'APPROVED'"
			.formatted(Columns.OF_COMMENT);
		String place = (after == null) ? "" : " and (submitted_at, id) %s (:time, :id)".formatted(order.comparison());
		JdbcClient.StatementSpec query = jdbc
			.sql(from + place + " order by submitted_at %1$s, id %1$s limit :limit".formatted(order.direction()))
			.param("site", site)
			.param("threadId", threadId)
			.param("limit", limit);
		if (after != null) {
			query = query.param("time", Columns.value(after.submittedAt())).param("id", after.id());
		}
		return query.query(Columns::comment).list();
	}

}
