package io.parley.moderation.text;

/**
 * The plain letter behind each character, for passes over a text that take no memory:
 * without case, accents and styles, and read as Latin where a letter of another script
 * looks like one.
 */
public final class PlainLetters {

	/** What a character is that belongs to the one before it: an accent, a joiner. */
	public static final char NOTHING = 0;

	/** What a character is that stands for several; {@link #spelled} tells them. */
	public static final char SEVERAL = 1;

	private static final char[] PLAIN = plain();

	private static final char[] LATIN = latin();

	private static final char[] LEET = leet();

	private PlainLetters() {
	}

	/**
	 * The folded character, {@link #NOTHING} or {@link #SEVERAL}. White space is a space;
	 * a half of a surrogate pair is {@link #SEVERAL}.
	 */
	public static char of(char character) {
		return PLAIN[character];
	}

	/** All that a code point is folded to, which may be nothing. */
	public static String spelled(int character) {
		return FoldTable.of(character);
	}

	/** The Latin letter that a folded letter of another script looks like, or 0. */
	public static char latin(char letter) {
		return LATIN[letter];
	}

	/** The Latin letter that a digit or a sign is used for, or 0. */
	public static char leet(char sign) {
		return (sign < LEET.length) ? LEET[sign] : 0;
	}

	private static char[] plain() {
		char[] plain = new char[Character.MAX_VALUE + 1];
		for (int character = 0; character < plain.length; character++) {
			String folded = FoldTable.of(character);
			if (Character.isSurrogate((char) character) || folded.length() > 1) {
				plain[character] = SEVERAL;
			}
			else {
				plain[character] = folded.isEmpty() ? NOTHING : folded.charAt(0);
			}
		}
		return plain;
	}

	private static char[] latin() {
		char[] latin = new char[Character.MAX_VALUE + 1];
		for (int letter = 0x80; letter < latin.length; letter++) {
			latin[letter] = (char) Lookalikes.latin(letter);
		}
		return latin;
	}

	private static char[] leet() {
		char[] leet = new char[0x100];
		for (int sign = 0; sign < leet.length; sign++) {
			leet[sign] = (char) Leet.latin(sign);
		}
		return leet;
	}

}
