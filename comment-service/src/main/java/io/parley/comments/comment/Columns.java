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

	/** What {@link #comment} reads. */
	static final String OF_COMMENT = """
			id, thread_id, parent_id, revision, author_id, author_name, body, language, status, reason_code,
			reason_text, submitted_at, created_at, decided_at""";

	private Columns() {
	}

	static Comment comment(ResultSet row, int number) throws SQLException {
		return new Comment(row.getObject("id", UUID.class), row.getString("thread_id"),
				row.getObject("parent_id", UUID.class), row.getInt("revision"), row.getString("author_id"),
				row.getString("author_name"), row.getString("body"), row.getString("language"),
				CommentStatus.valueOf(row.getString("status")), reason(row), requiredTime(row, "submitted_at"),
				requiredTime(row, "created_at"), time(row, "decided_at"));
	}

	private static @Nullable PublicReason reason(ResultSet row) throws SQLException {
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
