package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

import io.parley.contract.Hit;

/**
 * A rule whose condition held, with the evidence for it.
 *
 * @param spans what the condition found, in order of position
 * @param values the variables that the condition read, by name; numbers, strings,
 * booleans
 */
public record Match(Rule rule, List<Hit.Span> spans, Map<String, Object> values) {

	public Match {
		requireNonNull(rule, "rule");
		spans = List.copyOf(requireNonNull(spans, "spans"));
		values = Map.copyOf(requireNonNull(values, "values"));
	}

}
