package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A term of a list, found in a text.
 *
 * @param term as the list writes it
 * @param start first UTF-16 index
 * @param end index after the last
 * @param evasion how the text hides it
 */
public record TermHit(String list, String term, int start, int end, Evasion evasion) {

	/** By position, the longer one first. */
	static final Comparator<TermHit> IN_TEXT = Comparator.comparingInt(TermHit::start)
		.thenComparing(Comparator.comparingInt(TermHit::end).reversed())
		.thenComparing(TermHit::list)
		.thenComparing(TermHit::term)
		.thenComparing(TermHit::evasion);

	public TermHit {
		requireNonNull(list, "list");
		requireNonNull(term, "term");
		requireNonNull(evasion, "evasion");
	}

	/** A term that is written openly. */
	public TermHit(String list, String term, int start, int end) {
		this(list, term, start, end, Evasion.NONE);
	}

}
