package io.parley.moderation.projection;

import java.util.Collection;
import java.util.List;

import io.parley.contract.CommentContent;
import io.parley.contract.CommentEvent;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.Json;
import io.parley.moderation.projection.Rows.Column;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The projection of {@code comments}: all revisions, without their text once the comment
 * is withdrawn. Thread-safe.
 */
@Repository
class Revisions {

	private static final Rows<CommentContent> ROWS = new Rows<>("""
			insert into comment_revision (comment_id, revision, site, thread_id, author_key, written_at, event)
			select * from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::jsonb[])
			on conflict do nothing""",
			List.of(new Column<>("text", CommentContent::commentId), new Column<>("int4", CommentContent::revision),
					new Column<>("text", CommentContent::site), new Column<>("text", CommentContent::threadId),
					new Column<>("text", CommentContent::authorKey),
					new Column<>("text", comment -> comment.occurredAt().toString()),
					new Column<>("text", Json.MAPPER::writeValueAsString)));

	private static final Rows<CommentWithdrawn> FORGOTTEN = new Rows<>(
			"update comment_revision set event = null where comment_id = any(?::text[])",
			List.of(new Column<>("text", CommentWithdrawn::commentId)));

	private final JdbcTemplate template;

	Revisions(JdbcTemplate template) {
		this.template = template;
	}

	/** Takes texts over, and forgets those of comments that were withdrawn. */
	void put(Collection<CommentEvent> comments) {
		ROWS.put(template,
				comments.stream().filter(CommentContent.class::isInstance).map(CommentContent.class::cast).toList());
		FORGOTTEN.put(template,
				comments.stream()
					.filter(CommentWithdrawn.class::isInstance)
					.map(CommentWithdrawn.class::cast)
					.toList());
	}

}
