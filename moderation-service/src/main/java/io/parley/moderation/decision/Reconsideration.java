package io.parley.moderation.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.contract.Decision;
import io.parley.contract.ThreadDecision;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.decision.Outcome.Kind;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Decides again about comments of one log when more is known of the company that they
 * keep. What a moderator said about a comment stays.
 */
final class Reconsideration {

	private final @Nullable CampaignSeen before;

	private final CampaignSeen campaign;

	/** Whether what was told since matters to a policy, by its hash. */
	private final Map<String, Boolean> matters = new HashMap<>();

	private final ModerationState state;

	private final Policies policies;

	private final List<Observation> observations = new ArrayList<>();

	private final List<ThreadDecision> threads = new ArrayList<>();

	private Reconsideration(@Nullable CampaignSeen before, CampaignSeen campaign, ModerationState state,
			Policies policies) {
		this.before = before;
		this.campaign = campaign;
		this.state = state;
		this.policies = policies;
	}

	static Outcome on(CampaignSeen told, ModerationState state, Policies policies) {
		CampaignTable campaigns = state.campaigns();
		CampaignSeen before = campaigns.find(told.campaignId());
		boolean news = campaigns.put(told);
		for (String part : told.absorbed()) {
			news |= campaigns.absorb(part, told.campaignId());
		}
		for (Member member : told.joined()) {
			news |= joins(member, told, state);
		}
		CampaignSeen campaign = campaigns.find(told.campaignId());
		if (!news || campaign == null) {
			return Outcome.silent(Kind.NOTED);
		}
		Reconsideration again = new Reconsideration(before, campaign, state, policies);
		List<Decision> decisions = new ArrayList<>();
		for (Member member : campaigns.members(campaign.campaignId())) {
			Decision decision = again.about(member);
			campaigns.settle(campaign.campaignId(), member);
			if (decision != null) {
				decisions.add(decision);
			}
		}
		return new Outcome(decisions.isEmpty() ? Kind.NOTED : Kind.DECIDED, decisions, again.observations,
				again.threads);
	}

	/** Whether a comment becomes a member that was none. */
	private static boolean joins(Member member, CampaignSeen told, ModerationState state) {
		CampaignSeen known = state.campaigns().ofComment(member.commentId());
		if (known != null && known.version() >= told.version()) {
			return false;
		}
		Recent recent = state.recent(member.authorKey(), member.commentId());
		if (recent == null || recent.comment().revision() != member.revision()) {
			return false;
		}
		CommentRecord record = state.comment(member.commentId());
		if (record == null || record.decision() == null) {
			return false;
		}
		state.campaigns().join(told.campaignId(), member);
		return true;
	}

	private @Nullable Decision about(Member member) {
		CommentRecord record = state.comment(member.commentId());
		Decision inForce = (record != null) ? record.decision() : null;
		if (record == null || inForce == null || record.isReviewed()) {
			return null;
		}
		Policy policy = policies.find(inForce.policyHash());
		if (state.campaigns().isSettled(campaign.campaignId(), member)
				&& !matters.computeIfAbsent(policy.hash(), _ -> matters(policy))) {
			return null;
		}
		CampaignSeen.Ruling ruling = campaign.ruling();
		if (ruling != null && ruling.verdict() == CampaignReviewed.Verdict.CONFIRMED) {
			if (record.ruling() != null) {
				return null;
			}
			Decision rejected = Moderator.confirmed(ruling, inForce, policy);
			put(record, inForce, record.ruled(ruling.reviewId(), rejected), rejected);
			return rejected;
		}
		Recent recent = state.recent(member.authorKey(), member.commentId());
		if (recent == null || recent.comment().revision() != inForce.revision()) {
			return null;
		}
		Moderated moderated = Moderator.reconsider(recent,
				Told.around(Company.of(campaign), recent.comment(), state, policy),
				rule -> Told.isBraked(rule, recent.comment(), state, policy), inForce, policy, campaign.occurredAt());
		Decision again = moderated.decision();
		if (Moderator.isSame(again, inForce) && record.ruling() == null) {
			return null;
		}
		put(record, inForce, record.reconsidered(again), again);
		Effects effects = new Effects(recent.comment(), moderated, state, policy);
		observations.addAll(effects.rejections(inForce));
		threads.addAll(effects.threads());
		return again;
	}

	/** Whether a comment that was decided before may be decided otherwise now. */
	private boolean matters(Policy policy) {
		CampaignSeen known = before;
		return known == null || !Objects.equals(known.ruling(), campaign.ruling())
				|| policy.tellsApart(Company.of(known), Company.of(campaign));
	}

	private void put(CommentRecord known, Decision inForce, CommentRecord after, Decision decision) {
		state.putComment(decision.commentId(), after);
		if (!known.counts(inForce).equals(after.counts(decision))) {
			AuthorHistory history = Objects.requireNonNullElseGet(state.author(decision.authorKey()),
					AuthorHistory::none);
			state.putAuthor(decision.authorKey(),
					history.uncounted(known.counts(inForce)).counted(after.counts(decision)));
		}
	}

}
