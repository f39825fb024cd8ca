package io.parley.comments.comment;

import java.time.Instant;
import java.util.UUID;

import io.parley.contract.Decision.PublicReason;
import org.jspecify.annotations.Nullable;

/**
 * A comment: as it stands now, or as readers see it.
 *
 * @param body null once it is withdrawn
 * @param reason what the author may be told, or null
 * @param editedAt when this revision was written or the comment withdrawn, or null for
 * the first
 * @param decidedAt null while no decision is in force
 */
record Comment(UUID id, String threadId, @Nullable UUID parentId, Version version, @Nullable String authorId,
		@Nullable String authorName, @Nullable String body, @Nullable String language, CommentStatus status,
		@Nullable PublicReason reason, Instant submittedAt, Instant createdAt, @Nullable Instant editedAt,
		@Nullable Instant decidedAt) {
}
