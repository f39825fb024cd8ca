package io.parley.moderation.decision;

import java.util.Comparator;
import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.Effect;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Rule;

/**
 * What the rules that matched add up to. Exemption goes before rejection, rejection
 * before holding, and these before the score: a rule that holds asks for a moderator's
 * eye, which no number of points takes away.
 *
 * @param deciding the rules behind the verdict, strongest first; empty when there is none
 */
record Ruling(Verdict verdict, int score, List<Rule> deciding) {

	/**
	 * Adds up.
	 * @param matched in the order of the policy
	 * @param floor the mildest possible verdict unless a rule exempts the comment
	 */
	static Ruling of(List<Rule> matched, Decision.Bands bands, Verdict floor) {
		List<Rule> scoring = matched.stream()
			.filter(rule -> rule.effect() == Effect.SCORE)
			.sorted(Comparator.comparingInt(Rule::score).reversed())
			.toList();
		int score = scoring.stream().mapToInt(Rule::score).sum();
		if (!with(Effect.APPROVE, matched).isEmpty()) {
			return new Ruling(Verdict.APPROVE, score, List.of());
		}
		Ruling ruling = ofStrongest(matched, scoring, score, bands);
		return floor.isStrongerThan(ruling.verdict) ? new Ruling(floor, score, List.of()) : ruling;
	}

	private static Ruling ofStrongest(List<Rule> matched, List<Rule> scoring, int score, Decision.Bands bands) {
		List<Rule> rejecting = with(Effect.REJECT, matched);
		if (!rejecting.isEmpty()) {
			return new Ruling(Verdict.REJECT, score, rejecting);
		}
		List<Rule> holding = with(Effect.HOLD, matched);
		if (!holding.isEmpty()) {
			return new Ruling(Verdict.HOLD, score, holding);
		}
		if (score >= bands.reject()) {
			return new Ruling(Verdict.REJECT, score, scoring);
		}
		if (score >= bands.hold()) {
			return new Ruling(Verdict.HOLD, score, scoring);
		}
		return new Ruling(Verdict.APPROVE, score, List.of());
	}

	private static List<Rule> with(Effect effect, List<Rule> matched) {
		return matched.stream().filter(rule -> rule.effect() == effect).toList();
	}

}
