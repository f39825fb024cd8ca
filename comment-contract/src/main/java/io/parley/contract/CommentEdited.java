package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An author changed a comment: the whole new revision. Earlier ones that were replaced
 * before they could be published never are.
 */
public record CommentEdited(String commentId, int revision, String site, CommentThread thread,
		@Nullable String parentId, Author author, String body, @Nullable String language,
		Instant editedAt) implements CommentContent {

	public CommentEdited {
		requireNonNull(commentId, "commentId");
		requireNonNull(site, "site");
		requireNonNull(thread, "thread");
		requireNonNull(author, "author");
		requireNonNull(body, "body");
		requireNonNull(editedAt, "editedAt");
	}

	@Override
	public Instant occurredAt() {
		return editedAt;
	}

}
