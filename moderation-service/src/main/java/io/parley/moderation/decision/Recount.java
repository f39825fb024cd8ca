package io.parley.moderation.decision;

import java.util.ArrayList;
import java.util.List;

import io.parley.contract.CampaignSeen;
import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.contract.RuleBraked;
import io.parley.contract.Signal;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadSeen;
import io.parley.moderation.decision.Outcome.Kind;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Surroundings;
import io.parley.moderation.signal.Observation;

/**
 * Decides again about comments of one log when more is known of their thread, or a rule
 * rejected too often. How they count for their authors does not change by it.
 */
final class Recount {

	private final ModerationState state;

	private final Policies policies;

	private final List<Decision> decisions = new ArrayList<>();

	private final List<Observation> observations = new ArrayList<>();

	private final List<ThreadDecision> threads = new ArrayList<>();

	Recount(ModerationState state, Policies policies) {
		this.state = state;
		this.policies = policies;
	}

	Outcome on(ThreadSeen thread) {
		return on(thread, Told.thread(thread.site(), thread.threadId(), thread.slot()));
	}

	Outcome on(RuleBraked braked) {
		return on(braked, Told.rule(braked.site(), braked.policyHash(), braked.rule(), braked.hour()));
	}

	private Outcome on(Signal told, String thing) {
		byte[] known = state.tallies().told(thing);
		if (known != null && Json.MAPPER.readValue(known, told.getClass()).version() >= told.version()) {
			return Outcome.silent(Kind.NOTED);
		}
		state.tallies().tell(thing, Json.MAPPER.writeValueAsBytes(told));
		state.tallies().members(thing).forEach(this::again);
		return new Outcome(decisions.isEmpty() ? Kind.NOTED : Kind.DECIDED, decisions, observations, threads);
	}

	private void again(String commentId, String authorKey) {
		CommentRecord record = state.comment(commentId);
		Recent recent = state.recent(authorKey, commentId);
		Decision inForce = (record != null) ? record.decision() : null;
		if (record == null || inForce == null || recent == null || record.isReviewed() || record.ruling() != null
				|| recent.comment().revision() != inForce.revision()) {
			return;
		}
		Policy policy = policies.find(inForce.policyHash());
		Moderated moderated = Moderator.reconsider(recent,
				Told.around(company(commentId), recent.comment(), state, policy),
				rule -> Told.isBraked(rule, recent.comment(), state, policy), inForce, policy,
				recent.comment().occurredAt());
		Decision again = moderated.decision();
		if (Moderator.isSame(again, inForce)) {
			return;
		}
		state.putComment(commentId, record.reconsidered(again));
		decisions.add(again);
		Effects effects = new Effects(recent.comment(), moderated, state, policy);
		observations.addAll(effects.rejections(inForce));
		threads.addAll(effects.threads());
	}

	private Surroundings company(String commentId) {
		CampaignSeen campaign = state.campaigns().ofComment(commentId);
		return (campaign != null) ? Company.of(campaign) : Surroundings.NONE;
	}

}
