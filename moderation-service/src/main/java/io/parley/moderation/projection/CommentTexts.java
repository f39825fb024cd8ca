package io.parley.moderation.projection;

import java.util.Collection;
import java.util.List;

import io.parley.contract.CommentContent;
import io.parley.contract.CommentEvent;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.Json;
import io.parley.moderation.projection.Rows.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The projection of {@code comments}: the newest revision of each. Thread-safe. */
@Repository
class CommentTexts {

	private static final Rows<CommentEvent> ROWS = new Rows<>("""
			insert into comment (comment_id, revision, withdrawn, event)
			select * from unnest(?::text[], ?::int[], ?::bool[], ?::jsonb[])
			on conflict (comment_id) do update
			set revision = excluded.revision, withdrawn = excluded.withdrawn, event = excluded.event
			where (excluded.revision, excluded.withdrawn) > (comment.revision, comment.withdrawn)""",
			List.of(new Column<>("text", CommentEvent::commentId), new Column<>("int4", CommentEvent::revision),
					new Column<>("bool", CommentTexts::isWithdrawn), new Column<>("text", CommentTexts::json)));

	private final JdbcTemplate template;

	CommentTexts(JdbcTemplate template) {
		this.template = template;
	}

	/**
	 * Takes comments over, in one statement; those that are not newer change nothing.
	 * @param comments at most one event for each comment
	 */
	void put(Collection<CommentEvent> comments) {
		ROWS.put(template, comments);
	}

	static boolean isWithdrawn(CommentEvent comment) {
		return comment instanceof CommentWithdrawn;
	}

	private static @Nullable String json(CommentEvent comment) {
		return switch (comment) {
			case CommentContent content -> Json.MAPPER.writeValueAsString(content);
			case CommentWithdrawn _ -> null;
		};
	}

}
