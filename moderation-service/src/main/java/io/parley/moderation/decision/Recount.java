package io.parley.moderation.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
import io.parley.moderation.policy.ThreadFacts;
import io.parley.moderation.signal.Observation;
import org.jspecify.annotations.Nullable;

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
		return on(thread, ThreadSeen.class, Told.thread(thread.site(), thread.threadId(), thread.slot()),
				Recount::tellsApart);
	}

	Outcome on(RuleBraked braked) {
		return on(braked, RuleBraked.class, Told.rule(braked.site(), braked.policyHash(), braked.rule(), braked.hour()),
				(_, _, _) -> true);
	}

	private <S extends Signal> Outcome on(S told, Class<S> type, String thing, Difference<S> difference) {
		byte[] bytes = state.tallies().told(thing);
		S known = (bytes != null) ? Json.MAPPER.readValue(bytes, type) : null;
		if (known != null && known.version() >= told.version()) {
			return Outcome.silent(Kind.NOTED);
		}
		state.tallies().tell(thing, Json.MAPPER.writeValueAsBytes(told));
		Map<String, Boolean> matters = new HashMap<>();
		for (Tallies.Member member : state.tallies().members(thing)) {
			String policy = member.policyHash();
			if (policy == null
					|| matters.computeIfAbsent(policy, hash -> difference.matters(policies.find(hash), known, told))) {
				again(member.commentId(), member.authorKey());
			}
		}
		return new Outcome(decisions.isEmpty() ? Kind.NOTED : Kind.DECIDED, decisions, observations, threads);
	}

	private static boolean tellsApart(Policy policy, @Nullable ThreadSeen known, ThreadSeen told) {
		ThreadFacts before = (known != null) ? Told.facts(known) : ThreadFacts.QUIET;
		return policy.tellsApart(Surroundings.NONE.in(before), Surroundings.NONE.in(Told.facts(told)));
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

	/** Whether a decision by a policy may change when more is told of a thing. */
	@FunctionalInterface
	private interface Difference<S extends Signal> {

		boolean matters(Policy policy, @Nullable S known, S told);

	}

	private Surroundings company(String commentId) {
		CampaignSeen campaign = state.campaigns().ofComment(commentId);
		return (campaign != null) ? Company.of(campaign) : Surroundings.NONE;
	}

}
