package io.parley.moderation.review;

import io.parley.contract.CampaignReviewed.Verdict;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator sends about a campaign.
 *
 * @param note for other moderators
 */
record CampaignReviewRequest(@Nullable Verdict verdict, @Nullable String note) {

	private static final int NOTE_LIMIT = 2000;

	/** What is wrong with the request by itself, in words for its sender. */
	Violations violations() {
		Violations violations = new Violations();
		if (verdict == null) {
			violations.add("verdict", "is required: CONFIRMED rejects all comments of the campaign, ORGANIC clears it");
		}
		violations.optionalText("note", note, NOTE_LIMIT);
		return violations;
	}

}
