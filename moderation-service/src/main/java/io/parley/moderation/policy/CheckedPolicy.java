package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A policy that is in order, and what its author may want to look at again.
 *
 * @param warnings in the order of the lists and their terms
 */
public record CheckedPolicy(Policy policy, List<Problem> warnings) {

	public CheckedPolicy {
		requireNonNull(policy, "policy");
		warnings = List.copyOf(requireNonNull(warnings, "warnings"));
	}

}
