package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * A named list of terms.
 *
 * @param terms words, phrases or domains as their author wrote them
 * @param options of those terms that have any
 */
public record TermList(String name, Matching matching, List<String> terms, Map<String, TermOptions> options) {

	public TermList {
		requireNonNull(name, "name");
		requireNonNull(matching, "matching");
		terms = List.copyOf(requireNonNull(terms, "terms"));
		options = Map.copyOf(requireNonNull(options, "options"));
	}

	/** A list whose terms have no options. */
	public TermList(String name, Matching matching, List<String> terms) {
		this(name, matching, terms, Map.of());
	}

	/** What the list says of a term. */
	public TermOptions optionsOf(String term) {
		return this.options.getOrDefault(term, TermOptions.NONE);
	}

}
