package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A human decision about one revision of a comment. The topology turns it into a
 * {@link Decision} with source {@link DecisionSource#MODERATOR}.
 *
 * @param reviewId a UUID
 * @param reason reason code for the author, or null
 * @param note for other moderators, never shown to the author
 */
public record Review(String reviewId, String commentId, int revision, String site, String authorKey, Verdict verdict,
		@Nullable String reason, @Nullable String note, String moderator,
		Instant reviewedAt) implements AuthorEvent, ModerationInput {

	public Review {
		requireNonNull(reviewId, "reviewId");
		requireNonNull(commentId, "commentId");
		requireNonNull(site, "site");
		requireNonNull(authorKey, "authorKey");
		requireNonNull(verdict, "verdict");
		requireNonNull(moderator, "moderator");
		requireNonNull(reviewedAt, "reviewedAt");
	}

	@Override
	public String eventId() {
		return reviewId;
	}

	@Override
	public Instant occurredAt() {
		return reviewedAt;
	}

}
