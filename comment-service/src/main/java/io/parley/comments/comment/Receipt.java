package io.parley.comments.comment;

import java.util.UUID;

import io.parley.contract.CommentContent;
import io.parley.contract.Decision.PublicReason;
import org.jspecify.annotations.Nullable;

/** What a caller is told of the comment that it sent. */
record Receipt(UUID id, String threadId, Version version, CommentStatus status, @Nullable PublicReason reason) {

	/** Of a text that was just stored. */
	static Receipt pending(UUID id, CommentContent event) {
		return new Receipt(id, event.threadId(), new Version(event.revision(), 0), CommentStatus.PENDING, null);
	}

	static Receipt of(Comment comment) {
		return new Receipt(comment.id(), comment.threadId(), comment.version(), comment.status(), comment.reason());
	}

	boolean isPending() {
		return status == CommentStatus.PENDING;
	}

}
