package io.parley.moderation.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the letters that occur in the terms. Letters that one sign may stand for have
 * one number.
 */
final class Alphabet {

	private static final int LATIN = 26;

	private final char[] classes = new char[FoldTable.SIZE];

	/** Those of rare ideographs. */
	private final Map<Integer, Integer> others = new HashMap<>();

	private int size = LATIN + 1;

	/** Whether any term has a letter of this kind. */
	private boolean cyrillic;

	private boolean chinese;

	/** Latin letters have the same numbers in each, whether terms have them or not. */
	Alphabet() {
		for (int letter = 'a'; letter <= 'z'; letter++) {
			this.classes[key(letter)] = (char) number(letter);
		}
	}

	/** The number of a small Latin letter. */
	static int number(int letter) {
		return key(letter) - 'a' + 1;
	}

	/** Adds the letters of a term. */
	void add(int[] letters) {
		for (int letter : letters) {
			this.chinese |= SimplifiedChinese.mayBe(letter);
			int key = ownKey(letter);
			if (classOf(letter) == 0) {
				int next = Math.min(this.size++, Symbol.CLASS);
				if (key < this.classes.length) {
					this.classes[key] = (char) next;
				}
				else {
					this.others.put(key, next);
				}
			}
			this.cyrillic |= isCyrillic(letter);
		}
	}

	/** The number of a letter, from 1; 0 if no term has it. */
	int classOf(int letter) {
		int key = ownKey(letter);
		if (key < this.classes.length) {
			return this.classes[key];
		}
		return this.others.isEmpty() ? 0 : this.others.getOrDefault(key, 0);
	}

	/** Both forms of a Chinese character are one letter. */
	private int ownKey(int letter) {
		return (this.chinese && SimplifiedChinese.mayBe(letter)) ? SimplifiedChinese.of(letter) : key(letter);
	}

	boolean hasCyrillic() {
		return this.cyrillic;
	}

	static boolean isCyrillic(int letter) {
		return letter >= 0x400 && letter < 0x530;
	}

	/**
	 * The digit one is an i or an l; a breve may be one of many marks that were stacked.
	 */
	static int key(int letter) {
		return switch (letter) {
			case 'l' -> 'i';
			case 'й' -> 'и';
			case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> key(Leet.latin(letter));
			default -> letter;
		};
	}

}
