package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A moderator's decision about a campaign as a whole. Of several the latest counts.
 *
 * @param reviewId a UUID
 * @param note for other moderators, never shown to authors
 */
public record CampaignReviewed(String reviewId, String campaignId, String site, Verdict verdict, @Nullable String note,
		String moderator, Instant reviewedAt) implements ModerationInput {

	public CampaignReviewed {
		requireNonNull(reviewId, "reviewId");
		requireNonNull(campaignId, "campaignId");
		requireNonNull(site, "site");
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

	/** What the campaign is. */
	public enum Verdict {

		/** Coordinated: its comments are rejected. */
		CONFIRMED,
		/** People who say the same by themselves: it counts as none. */
		ORGANIC

	}

}
