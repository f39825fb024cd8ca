package io.parley.comments.comment;

import java.util.UUID;

import io.parley.contract.Decision.PublicReason;
import org.jspecify.annotations.Nullable;

/** What a caller is told of the comment that it sent. */
record Receipt(UUID id, String threadId, CommentStatus status, @Nullable PublicReason reason) {
}
