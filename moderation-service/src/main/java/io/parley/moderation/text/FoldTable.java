package io.parley.moderation.text;

/** {@link Letters} of all characters that texts use, computed once. */
final class FoldTable {

	/** Beyond are ideographs, tags and private use. */
	static final int SIZE = 0x20000;

	private static final String[] FOLDED = fold();

	private FoldTable() {
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
