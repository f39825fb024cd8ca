package io.parley.moderation.classifier;

import java.util.Arrays;

/**
 * Counts the signs of a text that its words do not show. One is filled again and again.
 */
final class Shape {

	/** Those that are counted by themselves: from this on, to {@link #LAST}. */
	static final int FIRST = 1;

	private static final int EXCLAMATION = 1;

	private static final int QUESTION = 2;

	private static final int DIGIT = 3;

	private static final int LINE = 4;

	private static final int AT = 5;

	/** Between letters or digits and a letter, as in the name of a host. */
	private static final int DOT = 6;

	/** After another one, as in an address. */
	private static final int SLASH = 7;

	private static final int HASH = 8;

	/** Emoji, arrows, and the letters of some scripts. */
	private static final int PICTURE = 9;

	private static final int MONEY = 10;

	static final int LAST = 10;

	static final int CAPITAL = 11;

	static final int SMALL = 12;

	private static final char FIRST_PICTURE = 0x2000;

	private static final byte[] KINDS = kinds();

	private final int[] counts = new int[SMALL + 1];

	/** Counts the signs of a text; what was counted before is forgotten. */
	void read(String text) {
		int[] into = this.counts;
		Arrays.fill(into, 0);
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char character = text.charAt(i);
			if (character >= KINDS.length) {
				into[PICTURE] += (character > FIRST_PICTURE) ? 1 : 0;
				continue;
			}
			int kind = KINDS[character];
			if (kind == DOT || kind == SLASH) {
				into[kind] += isInAddress(text, i, kind) ? 1 : 0;
			}
			else {
				into[kind]++;
			}
		}
	}

	int count(int kind) {
		return this.counts[kind];
	}

	private static boolean isInAddress(String text, int place, int kind) {
		if (place == 0) {
			return false;
		}
		char before = text.charAt(place - 1);
		return (kind == SLASH) ? before == '/' : Character.isLetterOrDigit(before) && place + 1 < text.length()
				&& Character.isLetter(text.charAt(place + 1));
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[0x80];
		Arrays.fill(kinds, '0', '9' + 1, (byte) DIGIT);
		Arrays.fill(kinds, 'A', 'Z' + 1, (byte) CAPITAL);
		Arrays.fill(kinds, 'a', 'z' + 1, (byte) SMALL);
		kinds['!'] = EXCLAMATION;
		kinds['?'] = QUESTION;
		kinds['\n'] = LINE;
		kinds['@'] = AT;
		kinds['.'] = DOT;
		kinds['/'] = SLASH;
		kinds['#'] = HASH;
		kinds['$'] = MONEY;
		return kinds;
	}

}
