package io.parley.comments.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;

/**
 * A comment on its way to the database.
 *
 * @param key the caller's word for it, or null
 * @param publishIn when the sweeper takes it, unless Kafka has it or a decision comes
 * first
 * @param traceparent the trace of its request, or null
 */
record NewRow(UUID id, NewComment comment, Instant submittedAt, @Nullable IdempotencyKey key, Duration publishIn,
		@Nullable String traceparent) {

	@Nullable String keyValue() {
		return (key != null) ? key.value() : null;
	}

	byte @Nullable [] payloadHash() {
		return (key != null) ? IdempotencyKey.hashOf(comment) : null;
	}

	/**
	 * The event that the row stands for.
	 * @param thread with all that is known of it
	 */
	CommentSubmitted event(CommentThread thread) {
		UUID parentId = comment.parentId();
		return new CommentSubmitted(id.toString(), 1, comment.site(), thread,
				(parentId != null) ? parentId.toString() : null, comment.author(), comment.body(), comment.language(),
				submittedAt);
	}

}
