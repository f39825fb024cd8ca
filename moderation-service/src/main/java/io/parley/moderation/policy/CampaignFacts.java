package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

/**
 * The campaign that a comment belongs to, as known when the comment is judged, the
 * comment counted.
 *
 * @param id empty if it belongs to none
 * @param authors distinct ones
 * @param size comments
 * @param similarity of the comments to the earliest one on average, from 0 to 1
 * @param minutes from the earliest comment to the latest, rounded down
 * @param confirmed whether a moderator confirmed it
 */
public record CampaignFacts(String id, int authors, int size, double similarity, long minutes, boolean confirmed) {

	/** A comment that belongs to no campaign. */
	public static final CampaignFacts NONE = new CampaignFacts("", 0, 0, 0, 0, false);

	public CampaignFacts {
		requireNonNull(id, "id");
	}

}
