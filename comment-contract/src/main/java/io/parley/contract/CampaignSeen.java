package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Near-identical comments by several authors, as they are known by now.
 *
 * @param campaignId hash of the site and the earliest comment
 * @param authors distinct ones
 * @param size comments
 * @param threads distinct ones
 * @param links in all comments
 * @param similarity of the comments to the earliest one on average, from 0 to 1
 * @param firstAt time of the earliest comment
 * @param lastAt time of the latest one
 * @param texts by which more comments are recognised, in a form of moderation's own
 * @param joined comments that have joined since the campaign was told of before
 * @param absorbed campaigns that turned out to be parts of this one
 * @param ruling what a moderator decided about the campaign, or null
 */
public record CampaignSeen(String campaignId, long version, String site, int authors, int size, int threads, int links,
		double similarity, Instant firstAt, Instant lastAt, List<String> texts, List<Member> joined,
		List<String> absorbed, @Nullable Ruling ruling) implements Signal {

	public CampaignSeen {
		requireNonNull(campaignId, "campaignId");
		requireNonNull(site, "site");
		requireNonNull(firstAt, "firstAt");
		requireNonNull(lastAt, "lastAt");
		texts = List.copyOf(requireNonNull(texts, "texts"));
		joined = List.copyOf(requireNonNull(joined, "joined"));
		absorbed = List.copyOf(requireNonNull(absorbed, "absorbed"));
	}

	/** The same with other new members. */
	public CampaignSeen joinedBy(List<Member> members) {
		return new CampaignSeen(campaignId, version, site, authors, size, threads, links, similarity, firstAt, lastAt,
				texts, members, absorbed, ruling);
	}

	/** One version may be told of in parts, each with other new members. */
	@Override
	public String eventId() {
		String ofVersion = campaignId + "/" + version;
		return joined.isEmpty() ? ofVersion : ofVersion + "/" + joined.getFirst().commentId();
	}

	@Override
	public Instant occurredAt() {
		return (ruling != null && ruling.ruledAt().isAfter(lastAt)) ? ruling.ruledAt() : lastAt;
	}

	/** A comment of the campaign. */
	public record Member(String commentId, int revision, String authorKey) {

		public Member {
			requireNonNull(commentId, "commentId");
			requireNonNull(authorKey, "authorKey");
		}

	}

	/** A moderator's word on the campaign as a whole. */
	public record Ruling(String reviewId, CampaignReviewed.Verdict verdict, String moderator, Instant ruledAt) {

		public Ruling {
			requireNonNull(reviewId, "reviewId");
			requireNonNull(verdict, "verdict");
			requireNonNull(moderator, "moderator");
			requireNonNull(ruledAt, "ruledAt");
		}

	}

}
