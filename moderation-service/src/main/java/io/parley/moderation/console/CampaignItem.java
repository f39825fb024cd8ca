package io.parley.moderation.console;

import java.time.Duration;
import java.time.Instant;

import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Ruling;
import io.parley.moderation.projection.Campaigns.Status;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as pages show it.
 *
 * @param alike how similar its comments are, of 100
 */
record CampaignItem(String id, String site, Status status, int authors, int size, int threads, int links, long alike,
		Instant firstAt, Instant lastAt, @Nullable String moderator, @Nullable Instant ruledAt) {

	static CampaignItem of(CampaignSeen seen) {
		Ruling ruling = seen.ruling();
		return new CampaignItem(seen.campaignId(), seen.site(), Status.of(seen), seen.authors(), seen.size(),
				seen.threads(), seen.links(), Math.round(100 * seen.similarity()), seen.firstAt(), seen.lastAt(),
				(ruling != null) ? ruling.moderator() : null, (ruling != null) ? ruling.ruledAt() : null);
	}

	/** For people. */
	public String words() {
		return switch (status) {
			case OPEN -> "open";
			case CONFIRMED -> "confirmed: rejected";
			case ORGANIC -> "dismissed: no campaign";
		};
	}

	/** From the first comment to the last. */
	public long minutes() {
		return Duration.between(firstAt, lastAt).toMinutes();
	}

}
