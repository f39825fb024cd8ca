package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A comment was taken back by its author or the platform.
 *
 * @param revision one more than the last revision of the text
 */
public record CommentWithdrawn(String commentId, int revision, String site, String threadId, String authorKey,
		Instant withdrawnAt) implements CommentEvent {

	public CommentWithdrawn {
		requireNonNull(commentId, "commentId");
		requireNonNull(site, "site");
		requireNonNull(threadId, "threadId");
		requireNonNull(authorKey, "authorKey");
		requireNonNull(withdrawnAt, "withdrawnAt");
	}

	@Override
	public Instant occurredAt() {
		return withdrawnAt;
	}

}
