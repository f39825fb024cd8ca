package io.parley.moderation.text;

/** What a writer did so that a term would not be found. The strongest is reported. */
public enum Evasion {

	/** Nothing but case and accents. */
	NONE,
	/** Zero-width characters, soft hyphens, stacked marks. */
	HIDDEN,
	/** Full-width, mathematical, circled letters. */
	STYLED,
	/** Letters of another script. */
	LOOKALIKE,
	/** Digits and signs in place of letters. */
	LEET,
	/** Letters written again and again. */
	REPEATED,
	/** Signs or spaces between letters. */
	SEPARATED,
	/** Words of a phrase without a gap, or a word with other words at its ends. */
	GLUED,
	/** Signs that hide letters, as in {@code d**n}. */
	MASKED,
	/** Written backwards. */
	REVERSED,
	/** Written upside down. */
	TURNED

}
