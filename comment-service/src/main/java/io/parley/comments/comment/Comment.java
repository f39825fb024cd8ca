package io.parley.comments.comment;

import java.time.Instant;
import java.util.UUID;

import io.parley.contract.Decision.PublicReason;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it stands now.
 *
 * @param reason what the author may be told, or null
 * @param decidedAt null while no decision is in force
 */
record Comment(UUID id, String threadId, @Nullable UUID parentId, int revision, @Nullable String authorId,
		@Nullable String authorName, String body, @Nullable String language, CommentStatus status,
		@Nullable PublicReason reason, Instant submittedAt, Instant createdAt, @Nullable Instant decidedAt) {
}
