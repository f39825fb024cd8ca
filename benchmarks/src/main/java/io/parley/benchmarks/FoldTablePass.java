package io.parley.benchmarks;

/**
 * What no search can be faster than: each character copied and looked up in a table once.
 */
final class FoldTablePass {

	private static final char[] TABLE = new char[Character.MAX_VALUE + 1];

	static {
		for (int character = 0; character < TABLE.length; character++) {
			TABLE[character] = (char) Character.toLowerCase(character);
		}
	}

	private char[] folded = new char[1 << 12];

	/** Folds a text; something of it, so that nothing is left out. */
	int fold(String text) {
		int length = text.length();
		if (length > this.folded.length) {
			this.folded = new char[length];
		}
		char[] into = this.folded;
		text.getChars(0, length, into, 0);
		for (int i = 0; i < length; i++) {
			into[i] = TABLE[into[i]];
		}
		return into[length / 2];
	}

}
