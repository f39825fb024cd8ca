package io.parley.comments.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The levels of a thread's tree, read along {@code comment_top} and
 * {@code comment_replies}. A comment that is not shown has its place in the tree as long
 * as one below it is shown.
 */
@Component
class TreeStore {

	/** How far below a comment that is not shown one is looked for that is. */
	private static final int DEEPEST = 32;

	private static final String IN_TREE = """
			 (c.shown or exists (
			  with recursive below (id, shown, depth) as (
			    select id, shown, 1 from comment where parent_id = c.id
			    union all
			    select n.id, n.shown, b.depth + 1 from comment n join below b on n.parent_id = b.id
			    where not b.shown and b.depth < %d
			  )
			  select from below where shown
			))""".formatted(DEEPEST);

	private static final String SELECT = "select " + Columns.OF_SHOWN_COMMENT + ", c.shown" + Columns.FROM_SHOWN;

	private final JdbcClient jdbc;

	TreeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A page of one list of siblings. */
	List<Found> siblings(Listing list, @Nullable Cursor after, int limit) {
		UUID parentId = list.parentId();
		String place = (after == null) ? ""
				: " and (c.submitted_at, c.id) %s (:time, :id)".formatted(list.order().comparison());
		JdbcClient.StatementSpec query = jdbc
			.sql(SELECT + " where c.site = :site and c.thread_id = :threadId and "
					+ ((parentId != null) ? "c.parent_id = :parentId" : "c.parent_id is null") + " and " + IN_TREE
					+ place + order(list.order()) + " limit :limit")
			.param("site", list.site())
			.param("threadId", list.threadId())
			.param("limit", limit);
		if (parentId != null) {
			query = query.param("parentId", parentId);
		}
		if (after != null) {
			query = query.param("time", Columns.value(after.submittedAt())).param("id", after.id());
		}
		return query.query(TreeStore::found).list();
	}

	/** The first replies to several comments, together and in their order. */
	List<Found> replies(List<Wanted> parents, ThreadOrder order) {
		return jdbc
			.sql("select r.* from unnest(?, ?) with ordinality as p (id, most, place) cross join lateral (" + SELECT
					+ " where c.parent_id = p.id and " + IN_TREE + order(order) + " limit p.most) r order by p.place, "
					+ "r.submitted_at %1$s, r.id %1$s".formatted(order.direction()))
			.param(new SqlArrayValue("uuid", parents.stream().map(Wanted::parentId).toArray()))
			.param(new SqlArrayValue("int8", parents.stream().map(parent -> (long) parent.most()).toArray()))
			.query(TreeStore::found)
			.list();
	}

	private static String order(ThreadOrder order) {
		return " order by c.submitted_at %1$s, c.id %1$s".formatted(order.direction());
	}

	private static Found found(ResultSet row, int number) throws SQLException {
		return new Found(Columns.comment(row, number), row.getBoolean("shown"));
	}

	/** Replies that are asked for. */
	record Wanted(UUID parentId, int most) {
	}

	/**
	 * A comment in the tree.
	 *
	 * @param shown if not, nothing but its place may be told
	 */
	record Found(Comment comment, boolean shown) {

		UUID id() {
			return comment.id();
		}

		Cursor cursor() {
			return new Cursor(comment.submittedAt(), comment.id());
		}

	}

}
