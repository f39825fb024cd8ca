package io.parley.comments.comment;

import java.util.List;
import java.util.UUID;

import io.parley.comments.comment.CommentBodies.Shown;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The changes of what readers see, in the order of the transactions that made them, which
 * is not that of their ends. A position is a transaction before which all have ended:
 * whoever has read everything up to a position misses nothing that is read from there on,
 * and may meet again what lies behind it.
 */
@Component
public class ShownChanges {

	private static final String CHANGED = "select c.site, c.shown, c.shown_change::text as change, "
			+ Columns.OF_SHOWN_COMMENT + Columns.FROM_SHOWN + """
					 where c.shown_change >= :from::text::xid8
					  and c.shown_change < pg_snapshot_xmax(pg_current_snapshot())
					  and (c.shown_change, c.id) > (:change::text::xid8, :id)
					""";

	private static final String ORDER = " order by c.shown_change, c.id limit :limit";

	private static final UUID FIRST = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final JsonMapper json;

	ShownChanges(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** The present position: what changes from now on has it or a later one. */
	public long position() {
		return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint").query(Long.class).single();
	}

	/**
	 * Up to so many changes on any site.
	 * @param position from which to read
	 * @param after the last one of those that were read before, or null for the first
	 */
	public List<ShownChange> since(long position, @Nullable ShownChange after, int limit) {
		return from(jdbc.sql(CHANGED + ORDER), position, after, limit);
	}

	/** Up to so many changes of one thread. */
	public List<ShownChange> since(String site, String threadId, long position, @Nullable ShownChange after,
			int limit) {
		return from(jdbc.sql(CHANGED + " and c.site = :site and c.thread_id = :threadId" + ORDER)
			.param("site", site)
			.param("threadId", threadId), position, after, limit);
	}

	private List<ShownChange> from(JdbcClient.StatementSpec query, long position, @Nullable ShownChange after,
			int limit) {
		return query.param("from", Long.toString(position))
			.param("change", (after != null) ? Long.toString(after.transaction()) : "0")
			.param("id", (after != null) ? after.commentId() : FIRST)
			.param("limit", limit)
			.query((row, number) -> {
				Comment comment = Columns.comment(row, number);
				return new ShownChange(row.getString("site"), comment.threadId(), comment.id(),
						Long.parseLong(row.getString("change")),
						row.getBoolean("shown") ? json.writeValueAsString(Shown.of(comment)) : null);
			})
			.list();
	}

}
