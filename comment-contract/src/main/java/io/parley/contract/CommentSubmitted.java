package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A reader wrote a comment.
 *
 * @param submittedAt when the reader sent it, as the platform tells it, else when Parley
 * received it
 */
public record CommentSubmitted(String commentId, int revision, String site, CommentThread thread,
		@Nullable String parentId, Author author, String body, @Nullable String language,
		Instant submittedAt) implements CommentContent {

	public CommentSubmitted {
		requireNonNull(commentId, "commentId");
		requireNonNull(site, "site");
		requireNonNull(thread, "thread");
		requireNonNull(author, "author");
		requireNonNull(body, "body");
		requireNonNull(submittedAt, "submittedAt");
	}

	@Override
	public Instant occurredAt() {
		return submittedAt;
	}

}
