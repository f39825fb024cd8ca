package io.parley.comments.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import io.parley.contract.Decision.PublicReason;
import org.jspecify.annotations.Nullable;

/** How values cross the border to the database. */
final class Columns {

	/** What {@link #comment} reads: a comment {@code c} as it stands now. */
	static final String OF_COMMENT = """
			c.id, c.thread_id, c.parent_id, c.revision, c.ordinal, c.author_id, c.author_name, c.body, c.language,
			c.status, c.reason_code, c.reason_text, c.submitted_at, c.created_at, c.edited_at, c.decided_at""";

	/**
	 * What {@link #comment} reads: a comment {@code c} that is shown, as readers see it,
	 * which may be an earlier revision {@code r}.
	 */
	static final String OF_SHOWN_COMMENT = """
			c.id, c.thread_id, c.parent_id, coalesce(r.revision, c.revision) as revision, c.ordinal, c.author_id,
			c.author_name, case when r.revision is null then c.body else r.body end as body,
			case when r.revision is null then c.language else r.language end as language, 'APPROVED' as status,
			null as reason_code, null as reason_text, c.submitted_at, c.created_at,
			case when r.revision is null then c.edited_at when r.revision > 1 then r.written_at end as edited_at,
			case when r.revision is null then c.decided_at else r.decided_at end as decided_at""";

	static final String FROM_SHOWN = """
			 from comment c left join comment_revision r
			  on r.comment_id = c.id and r.revision = c.shown_revision and c.status <> 'APPROVED'
			""";

	private Columns() {
	}

	static Comment comment(ResultSet row, int number) throws SQLException {
		return new Comment(row.getObject("id", UUID.class), row.getString("thread_id"),
				row.getObject("parent_id", UUID.class), new Version(row.getInt("revision"), row.getInt("ordinal")),
				row.getString("author_id"), row.getString("author_name"), row.getString("body"),
				row.getString("language"), CommentStatus.valueOf(row.getString("status")), reason(row),
				requiredTime(row, "submitted_at"), requiredTime(row, "created_at"), time(row, "edited_at"),
				time(row, "decided_at"));
	}

	static @Nullable PublicReason reason(ResultSet row) throws SQLException {
		String code = row.getString("reason_code");
		return (code != null) ? new PublicReason(code, row.getString("reason_text")) : null;
	}

	static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	static Instant requiredTime(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable OffsetDateTime value(@Nullable Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

}
