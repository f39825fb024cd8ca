package io.parley.moderation.text;

/** {@link Letters} of all characters that texts use, computed once. */
final class FoldTable {

	/** Beyond are ideographs, tags and private use. */
	static final int SIZE = 0x20000;

	private static final String[] FOLDED = fold();

	/** Ideographs for compatibility are what folds of those beyond the table. */
	private static final int COMPATIBILITY = 0x2F800;

	private static final int AFTER_IDEOGRAPHS = 0x2FA20;

	private static final int LAST_IDEOGRAPH = 0x3FFFF;

	private FoldTable() {
	}

	/** Whether it is beyond the table, and folds to itself. */
	static boolean isItself(int character) {
		return character >= SIZE && character <= LAST_IDEOGRAPH
				&& (character < COMPATIBILITY || character >= AFTER_IDEOGRAPHS);
	}

	static String of(int character) {
		return (character < SIZE) ? FOLDED[character] : Letters.of(character);
	}

	private static String[] fold() {
		String[] folded = new String[SIZE];
		for (int character = 0; character < SIZE; character++) {
			folded[character] = Letters.of(character);
		}
		return folded;
	}

}
