package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

/**
 * What others did around a comment. It comes from other logs than the author's, so it may
 * be known late: a comment is decided again when it is.
 */
public record Surroundings(CampaignFacts campaign) {

	/** Nothing is known, or nothing is there. */
	public static final Surroundings NONE = new Surroundings(CampaignFacts.NONE);

	public Surroundings {
		requireNonNull(campaign, "campaign");
	}

}
