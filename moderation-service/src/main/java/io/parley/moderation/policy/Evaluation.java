package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.RuleMode;

/**
 * What the rules of a policy say about one comment.
 *
 * @param matches live and shadow rules that matched, in the order of the policy
 * @param failures rules whose condition is unknown, in the order of the policy
 */
public record Evaluation(List<Match> matches, List<Failure> failures) {

	public Evaluation {
		matches = List.copyOf(requireNonNull(matches, "matches"));
		failures = List.copyOf(requireNonNull(failures, "failures"));
	}

	/** Every failed rule by its id, shadow rules included. */
	public List<Decision.Degraded> degraded() {
		return failures.stream().map(failure -> new Decision.Degraded(failure.rule().id(), failure.cause())).toList();
	}

	/** Whether a rule with an effect failed, so that the policy's onError applies. */
	public boolean failedLive() {
		return failures.stream().anyMatch(failure -> failure.rule().mode() == RuleMode.LIVE);
	}

	/** Whether one of them failed that asks nothing about what others do. */
	public boolean failedOwn() {
		return failures.stream().anyMatch(failure -> failure.rule().mode() == RuleMode.LIVE && !failure.rule().late());
	}

	/** A rule that could not be evaluated, and why. */
	public record Failure(Rule rule, String cause) {

		public Failure {
			requireNonNull(rule, "rule");
			requireNonNull(cause, "cause");
		}

	}

}
