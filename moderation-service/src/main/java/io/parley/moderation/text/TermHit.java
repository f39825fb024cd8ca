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
	static final Comparator<TermHit> IN_TEXT = TermHit::compare;

	public TermHit {
		requireNonNull(list, "list");
		requireNonNull(term, "term");
		requireNonNull(evasion, "evasion");
	}

	private static int compare(TermHit one, TermHit other) {
		if (one.start != other.start) {
			return Integer.compare(one.start, other.start);
		}
		if (one.end != other.end) {
			return Integer.compare(other.end, one.end);
		}
		int lists = one.list.compareTo(other.list);
		int terms = (lists != 0) ? lists : one.term.compareTo(other.term);
		return (terms != 0) ? terms : one.evasion.compareTo(other.evasion);
	}

	/** A term that is written openly. */
	public TermHit(String list, String term, int start, int end) {
		this(list, term, start, end, Evasion.NONE);
	}

}
