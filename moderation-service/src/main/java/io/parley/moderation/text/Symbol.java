package io.parley.moderation.text;

/**
 * A character as the matcher sees it, packed in an int: the class of its letter in the
 * lower bits, what it is above. Negative are those that need a closer look, 0 those that
 * are nothing.
 */
final class Symbol {

	/** The class of the letter; 0 if no term has it. */
	static final int CLASS = (1 << 14) - 1;

	static final int LETTER = 1 << 14;

	static final int DIGIT = 1 << 15;

	/** A sign that may stand for a letter or just be a sign. */
	static final int SIGN = 1 << 16;

	static final int GAP = 1 << 17;

	/** A gap that is white space. */
	static final int SPACE = 1 << 18;

	/** Markup that readers do not see. */
	static final int TAG = 1 << 19;

	/** A letter of a script that does not divide its words. */
	static final int UNDIVIDED = 1 << 20;

	/** A mark that makes another letter of the one before it. */
	static final int MARK = 1 << 21;

	/** A sign that may hide a letter. */
	static final int MASK = 1 << 22;

	/** A letter that is read as one of another script. */
	static final int FOREIGN = 1 << 23;

	static final int LATIN = 1 << 24;

	/** A letter of another script that looks like a Latin one. */
	static final int LOOKS_LATIN = 1 << 25;

	/** A letter that looks like no Latin one. */
	static final int NOT_LATIN = 1 << 26;

	static final int CYRILLIC = 1 << 27;

	/** A letter that is rarely used but to be read upside down. */
	static final int TURNED = 1 << 28;

	/** Right-to-left override: what follows is shown backwards. */
	static final int OVERRIDE = 1 << 29;

	/** A letter or a digit of a script that divides its words. */
	static final int RUN = 1 << 30;

	static final int CLOSER_LOOK = 1 << 31;

	/** What a word is made of. */
	static final int WORD = LETTER | DIGIT;

	private Symbol() {
	}

	static boolean is(int symbol, int kind) {
		return (symbol & kind) != 0;
	}

}
