package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

import io.parley.contract.CampaignReviewed;

/** A moderator decided about a campaign. */
public record CampaignRuled(CampaignReviewed review) implements Observation {

	public CampaignRuled {
		requireNonNull(review, "review");
	}

	@Override
	public String key() {
		return review.site();
	}

}
