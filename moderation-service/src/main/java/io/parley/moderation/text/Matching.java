package io.parley.moderation.text;

/** How the terms of a list are looked for. */
public enum Matching {

	/** Whole words, whatever their case and accents. */
	FOLDED,
	/** Whole words, letter by letter, whatever their case. */
	EXACT,
	/** Anywhere, also inside words, whatever the case and accents. */
	SUBSTRING,
	/** The host of a link or a domain above it. */
	DOMAIN;

	/**
	 * The form of a term in which two terms that match the same texts are equal; empty if
	 * the term could match nothing.
	 */
	public String normalize(String term) {
		return switch (this) {
			case FOLDED, SUBSTRING -> Folding.fold(Folding.singleSpaced(term));
			case EXACT -> Folding.lowerCase(Folding.singleSpaced(term));
			case DOMAIN -> Links.host(term.strip());
		};
	}

}
