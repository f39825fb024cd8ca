package io.parley.moderation.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Where words begin and end. */
final class Words {

	private static final Set<UnicodeScript> UNDIVIDED = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO, UnicodeScript.THAI, UnicodeScript.LAO,
			UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.TIBETAN);

	/** The first code point of any script in {@link #UNDIVIDED}. */
	static final int FIRST_UNDIVIDED = 0xE00;

	/** Those of ASCII. */
	private static final boolean[] LETTERS_AND_DIGITS = new boolean[0x80];

	static {
		for (int character = 0; character < LETTERS_AND_DIGITS.length; character++) {
			LETTERS_AND_DIGITS[character] = Character.isLetterOrDigit(character);
		}
	}

	/** More marks on one letter are not looked behind. */
	private static final int LONGEST_MARKS = 16;

	private Words() {
	}

	/**
	 * Whether a word may begin or end here: no letters or digits on both sides, but of
	 * scripts that do not divide their words.
	 */
	static boolean isBoundary(String text, int at) {
		if (at == 0 || at == text.length()) {
			return true;
		}
		char first = text.charAt(at);
		char previous = text.charAt(at - 1);
		if (isPrintable(first) && isPrintable(previous)) {
			return !isPart(first) || !isPart(previous);
		}
		int after = text.codePointAt(at);
		if (isMark(after) || isVowelOfSyllable(after)) {
			return false;
		}
		int before = at;
		int last;
		do {
			last = text.codePointBefore(before);
			before -= Character.charCount(last);
		}
		while (before > 0 && at - before < LONGEST_MARKS && (isMark(last) || Folding.isInvisible(last)));
		return !Character.isLetterOrDigit(after) || !Character.isLetterOrDigit(last) || isUndivided(after)
				|| isUndivided(last);
	}

	/** Whether it is a letter or digit. */
	static boolean isPart(char character) {
		return (character < LETTERS_AND_DIGITS.length) ? LETTERS_AND_DIGITS[character]
				: Character.isLetterOrDigit(character);
	}

	static boolean isUndivided(int character) {
		return character >= FIRST_UNDIVIDED && UNDIVIDED.contains(UnicodeScript.of(character));
	}

	/** A Korean syllable may be written as one character or as up to three. */
	static boolean isVowelOfSyllable(int character) {
		return character >= 0x1160 && character <= 0x11FF;
	}

	/** One of ASCII that stands for itself; most are. */
	private static boolean isPrintable(char character) {
		return character >= ' ' && character <= '~';
	}

	private static boolean isMark(int character) {
		int type = Character.getType(character);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

}
