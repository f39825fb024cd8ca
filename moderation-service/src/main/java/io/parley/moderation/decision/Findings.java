package io.parley.moderation.decision;

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
 */
record Findings(List<Match> matches, List<Degraded> degraded, boolean unknownLive) {

	/** What stands for the rules in {@link #degraded} when all of them failed at once. */
	private static final String POLICY = "policy";

	static Findings of(Supplier<Evaluation> policy) {
		try {
			Evaluation evaluation = policy.get();
			return new Findings(evaluation.matches(), evaluation.degraded(), evaluation.failedLive());
		}
		catch (RuntimeException failure) {
			// One comment must neither stop the partition nor slip through: it is
			// decided as one of which nothing is known.
			return new Findings(List.of(), List.of(new Degraded(POLICY, failure.toString())), true);
		}
	}

	List<Rule> live() {
		return matches.stream().map(Match::rule).filter(rule -> rule.mode() == RuleMode.LIVE).toList();
	}

	List<Rule> liveAndShadow() {
		return matches.stream().map(Match::rule).toList();
	}

	List<Hit> hits() {
		return matches.stream().map(Findings::hit).toList();
	}

	private static Hit hit(Match match) {
		Rule rule = match.rule();
		boolean scores = rule.mode() == RuleMode.LIVE && rule.effect() == Effect.SCORE;
		return new Hit(rule.id(), rule.mode(), rule.effect(), scores ? rule.score() : 0, rule.reason(), match.spans(),
				match.values());
	}

}
