package io.parley.moderation.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.policy.CampaignFacts;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Surroundings;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.TextGone;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.text.Imprint;
import io.parley.moderation.text.Links;
import org.jspecify.annotations.Nullable;

/**
 * The comments of others that a comment keeps company with.
 *
 * @param surroundings what is known of them by now
 * @param observations what others are to know of this one
 */
record Company(Surroundings surroundings, List<Observation> observations) {

	private static final Company NONE = new Company(Surroundings.NONE, List.of());

	/**
	 * Finds the company of a revision and joins it.
	 * @param known what was remembered of the comment before
	 */
	static Company of(CommentContent comment, @Nullable CommentRecord known, ModerationState state, Policy policy) {
		List<Observation> left = left((known != null) ? known.decision() : null, state);
		if (!policy.readsCampaign()) {
			return left.isEmpty() ? NONE : new Company(Surroundings.NONE, left);
		}
		Imprint imprint = Imprint.of(comment.body());
		if (imprint == null || policy.campaigns().allows(imprint)) {
			return left.isEmpty() ? NONE : new Company(Surroundings.NONE, left);
		}
		Observation observed = new TextObserved(comment.site(), comment.commentId(), comment.revision(),
				comment.authorKey(), comment.threadId(), comment.occurredAt(), imprint.written(),
				Links.find(comment.body()).size(), policy.campaigns().window());
		CampaignTable campaigns = state.campaigns();
		CampaignSeen campaign = campaigns.match(comment.site(), imprint, comment.occurredAt(),
				policy.campaigns().window());
		if (campaign == null) {
			return new Company(Surroundings.NONE, List.of(observed));
		}
		boolean newAuthor = !campaigns.hasAuthor(campaign.campaignId(), comment.authorKey());
		campaigns.join(campaign.campaignId(), new Member(comment.commentId(), comment.revision(), comment.authorKey()));
		return new Company(withOneMore(campaign, newAuthor, comment.occurredAt()), List.of(observed));
	}

	/** What others are to know when a revision is no longer there. */
	static List<Observation> left(@Nullable Decision inForce, ModerationState state) {
		if (inForce == null || state.recent(inForce.authorKey(), inForce.commentId()) == null) {
			return List.of();
		}
		state.campaigns().leave(new Member(inForce.commentId(), inForce.revision(), inForce.authorKey()));
		return List.of(new TextGone(inForce.site(), inForce.commentId(), inForce.revision()));
	}

	/** What a campaign is to those who belong to it. */
	static Surroundings of(CampaignSeen campaign) {
		return new Surroundings(
				facts(campaign, campaign.authors(), campaign.size(), campaign.firstAt(), campaign.lastAt()));
	}

	private static Surroundings withOneMore(CampaignSeen campaign, boolean newAuthor, Instant at) {
		Instant first = at.isBefore(campaign.firstAt()) ? at : campaign.firstAt();
		Instant last = at.isAfter(campaign.lastAt()) ? at : campaign.lastAt();
		return new Surroundings(
				facts(campaign, campaign.authors() + (newAuthor ? 1 : 0), campaign.size() + 1, first, last));
	}

	private static CampaignFacts facts(CampaignSeen campaign, int authors, int size, Instant first, Instant last) {
		CampaignSeen.Ruling ruling = campaign.ruling();
		if (ruling != null && ruling.verdict() == CampaignReviewed.Verdict.ORGANIC) {
			return CampaignFacts.NONE;
		}
		return new CampaignFacts(campaign.campaignId(), authors, size, campaign.similarity(),
				Duration.between(first, last).toMinutes(), ruling != null);
	}

}
