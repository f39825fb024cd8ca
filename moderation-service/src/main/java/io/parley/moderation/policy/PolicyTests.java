package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Runs the tests that are written in the rules of a policy, those of drafts too. */
public final class PolicyTests {

	private PolicyTests() {
	}

	/** The result of each test, in the order of the policy. */
	public static List<Result> run(Policy policy) {
		List<Result> results = new ArrayList<>();
		for (PolicyRule rule : policy.allRules()) {
			for (Example example : rule.examples()) {
				results.add(run(policy, rule, example));
			}
		}
		return List.copyOf(results);
	}

	private static Result run(Policy policy, PolicyRule rule, Example example) {
		Reading reading = new Reading(example.comment(), example.author(), example.surroundings(), policy.vocabulary(),
				policy.trust());
		String body = example.comment().body();
		try {
			boolean matched = rule.apply(reading, true) != null;
			return new Result(rule.rule().id(), example.place().file(), example.place().line(), body, example.hit(),
					matched == example.hit(), null);
		}
		catch (UnknownConditionException unknown) {
			return new Result(rule.rule().id(), example.place().file(), example.place().line(), body, example.hit(),
					false, unknown.told());
		}
	}

	/**
	 * What came of one test.
	 *
	 * @param file that the test is written in, as the reader of the policy names it
	 * @param line of the test in it
	 * @param hit whether the rule was to match
	 * @param cause why the rule could not be evaluated, or null if it could
	 */
	public record Result(String rule, String file, int line, String body, boolean hit, boolean passed,
			@Nullable String cause) {
	}

}
