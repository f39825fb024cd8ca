package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A named list of terms.
 *
 * @param terms words, phrases or domains as their author wrote them
 */
public record TermList(String name, Matching matching, List<String> terms) {

	public TermList {
		requireNonNull(name, "name");
		requireNonNull(matching, "matching");
		terms = List.copyOf(requireNonNull(terms, "terms"));
	}

}
