package io.parley.moderation.text;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a term is an ordinary word by itself, and so no disguise of the term: the term
 * without its accents, backwards, or two words that make it up. Immutable.
 */
final class Disguises {

	/** Shorter words are too many others without their accents. */
	private static final int SHORTEST_WITHOUT_ACCENTS = 4;

	private final Set<String> terms = new HashSet<>();

	Disguises(Collection<FoldedTerm> all) {
		all.forEach(term -> this.terms.add(term.spelled()));
	}

	/** The term with what is to be minded of it. */
	FoldedTerm mind(FoldedTerm term) {
		String spelled = term.spelled();
		boolean accents = term.hasAccents() && (term.length() < SHORTEST_WITHOUT_ACCENTS || OrdinaryWords.has(spelled));
		boolean backwards = OrdinaryWords.isWritten(new StringBuilder(spelled).reverse().toString());
		BitSet splits = new BitSet();
		if (term.length() >= Gaps.SHORTEST_SPLIT && term.breaks().isEmpty()) {
			for (int i = 2; i <= spelled.length() - 2; i++) {
				String first = spelled.substring(0, i);
				String second = spelled.substring(i);
				splits.set(i, first.equals(second) || areOrdinary(first, second));
			}
		}
		return (accents || backwards || !splits.isEmpty()) ? term.minding(accents, !backwards, splits) : term;
	}

	/** Of two pieces that are terms both, each is found by itself. */
	private boolean areOrdinary(String first, String second) {
		return OrdinaryWords.hasOrNames(first) && OrdinaryWords.hasOrNames(second)
				&& this.terms.contains(first) == this.terms.contains(second);
	}

}
