package io.parley.moderation.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.parley.contract.Decision.Degraded;
import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.moderation.policy.Evaluation;
import io.parley.moderation.policy.Match;
import io.parley.moderation.policy.Rule;

/**
 * What the policy found, or that it could not say.
 *
 * @param degraded what could not be evaluated
 * @param unknownLive whether something that has an effect is among it
 * @param unknownOwn whether that asks nothing about others
 */
record Findings(List<Match> matches, List<Degraded> degraded, boolean unknownLive, boolean unknownOwn) {

	/** What stands for the rules in {@link #degraded} when all of them failed at once. */
	private static final String POLICY = "policy";

	/**
	 * A decision has to fit into a record, however many rules a flooded text matches. The
	 * first span of each hit is always kept.
	 */
	static final int MOST_SPANS = 500;

	static Findings of(Supplier<Evaluation> policy) {
		try {
			Evaluation evaluation = policy.get();
			return new Findings(evaluation.matches(), evaluation.degraded(), evaluation.failedLive(),
					evaluation.failedOwn());
		}
		catch (RuntimeException failure) {
			// One comment must neither stop the partition nor slip through: it is
			// decided as one of which nothing is known.
			return new Findings(List.of(), List.of(new Degraded(POLICY, failure.toString())), true, true);
		}
	}

	List<Rule> live() {
		return matches.stream().map(Match::rule).filter(rule -> rule.mode() == RuleMode.LIVE).toList();
	}

	List<Rule> liveAndShadow() {
		return matches.stream().map(Match::rule).toList();
	}

	List<Hit> hits() {
		List<Hit> hits = new ArrayList<>(matches.size());
		int left = MOST_SPANS;
		for (Match match : matches) {
			Hit hit = hit(match, Math.max(left, 1));
			left -= hit.spans().size();
			hits.add(hit);
		}
		return hits;
	}

	private static Hit hit(Match match, int mostSpans) {
		Rule rule = match.rule();
		boolean scores = rule.mode() == RuleMode.LIVE && rule.effect() == Effect.SCORE;
		return new Hit(rule.id(), rule.mode(), rule.effect(), scores ? rule.score() : 0, rule.reason(),
				match.spans().subList(0, Math.min(match.spans().size(), mostSpans)), match.values());
	}

}
