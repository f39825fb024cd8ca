package io.parley.comments.comment;

import java.time.Instant;
import java.util.UUID;

import io.parley.contract.Author;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;

/**
 * A comment that was found good. The same content is an equal record, whatever the
 * spelling of its JSON, which is what an idempotency key is checked against.
 *
 * @param submittedAt as the platform tells it, or null for now
 */
record NewComment(String site, CommentThread thread, @Nullable UUID parentId, Author author, String body,
		@Nullable String language, @Nullable Instant submittedAt) {
}
