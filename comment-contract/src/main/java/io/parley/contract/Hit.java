package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A rule that matched, with its evidence.
 *
 * @param points what the rule added to the score; 0 unless its effect is
 * {@link Effect#SCORE} and it is live
 * @param reason the rule's reason code, or null
 * @param spans what was found, in order of position
 * @param values the variables that the rule read, by name; numbers, strings, booleans
 */
public record Hit(String rule, RuleMode mode, Effect effect, int points, @Nullable String reason, List<Span> spans,
		Map<String, Object> values) {

	public Hit {
		requireNonNull(rule, "rule");
		requireNonNull(mode, "mode");
		requireNonNull(effect, "effect");
		spans = List.copyOf(requireNonNull(spans, "spans"));
		// Sorted, so that equal hits have equal bytes.
		values = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(values, "values")));
	}

	/**
	 * A place in the original text.
	 *
	 * @param field where: {@code body}
	 * @param start first UTF-16 index
	 * @param end index after the last
	 * @param list the list that holds the term, or null for a pattern or a link
	 * @param term the term as the list writes it, the pattern, or the link's domain
	 */
	public record Span(String field, int start, int end, @Nullable String list, String term) {

		public Span {
			requireNonNull(field, "field");
			requireNonNull(term, "term");
		}

	}

}
