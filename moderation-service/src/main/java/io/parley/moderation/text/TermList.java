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

	private static final int SHORTEST_BEGINNING = 3;

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

	/**
	 * Whether a term of whole words stands for all words that begin with it: three
	 * letters or more and an asterisk, as in {@code cockroach*}.
	 */
	public static boolean isBeginning(String term) {
		int last = term.length() - 1;
		return last >= SHORTEST_BEGINNING && term.indexOf('*') == last
				&& term.substring(last - SHORTEST_BEGINNING, last).chars().allMatch(Character::isLetter);
	}

	/** What the list says of a term. */
	public TermOptions optionsOf(String term) {
		return this.options.getOrDefault(term, TermOptions.NONE);
	}

}
