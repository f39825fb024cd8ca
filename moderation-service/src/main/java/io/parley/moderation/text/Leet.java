package io.parley.moderation.text;

/** Digits and signs that writers use as letters. */
final class Leet {

	private static final String LATIN = "0o1i2z3e4a5s6g7t8b9g@a$s!i|i+t€e¢c£i§s";

	private static final String CYRILLIC = "0о3з4ч6б1і@а€е";

	private Leet() {
	}

	/** The letter that a digit or a sign is used for, or 0. */
	static int latin(int character) {
		return find(LATIN, character);
	}

	static int cyrillic(int character) {
		return find(CYRILLIC, character);
	}

	private static int find(String pairs, int character) {
		for (int i = 0; i < pairs.length(); i += 2) {
			if (pairs.charAt(i) == character) {
				return pairs.charAt(i + 1);
			}
		}
		return 0;
	}

}
