package io.parley.moderation.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The words of a text: runs of letters, digits and marks. Where a script does not divide
 * its words, each letter is a word, so that a phrase of them is found anywhere.
 */
final class Words {

	private static final Set<UnicodeScript> UNDIVIDED = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA, UnicodeScript.HANGUL, UnicodeScript.BOPOMOFO, UnicodeScript.THAI, UnicodeScript.LAO,
			UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.TIBETAN);

	/** The first code point of any script in {@link #UNDIVIDED}. */
	private static final int FIRST_UNDIVIDED = 0xE00;

	private final String text;

	private int[] bounds = new int[64];

	private int count;

	Words(String text) {
		this.text = text;
		int at = 0;
		while (at < text.length()) {
			int character = text.codePointAt(at);
			int next = at + Character.charCount(character);
			if (Character.isLetterOrDigit(character)) {
				next = endOfWord(next, isUndivided(character));
				add(at, next);
			}
			at = next;
		}
	}

	int count() {
		return this.count;
	}

	int start(int word) {
		return this.bounds[2 * word];
	}

	int end(int word) {
		return this.bounds[2 * word + 1];
	}

	String word(int word) {
		return this.text.substring(start(word), end(word));
	}

	/**
	 * What stands between a word and the one before it, folded, white space as one space.
	 */
	String gapBefore(int word) {
		int from = (word == 0) ? 0 : end(word - 1);
		int to = (word == this.count) ? this.text.length() : start(word);
		if (from == to) {
			return "";
		}
		if (to == from + 1 && this.text.charAt(from) == ' ') {
			return " ";
		}
		StringBuilder gap = new StringBuilder();
		this.text.substring(from, to).codePoints().forEach(character -> {
			if (!Folding.isSpace(character)) {
				Folding.append(gap, character);
			}
			else if (gap.isEmpty() || gap.charAt(gap.length() - 1) != ' ') {
				gap.append(' ');
			}
		});
		return gap.toString();
	}

	private int endOfWord(int from, boolean undivided) {
		int end = from;
		int at = from;
		while (at < this.text.length()) {
			int character = this.text.codePointAt(at);
			boolean letter = Character.isLetterOrDigit(character) && !isVowelOfSyllable(character);
			if (letter && (undivided || isUndivided(character))) {
				break;
			}
			at += Character.charCount(character);
			if (letter || isMark(character) || isVowelOfSyllable(character)) {
				end = at;
			}
			else if (!Folding.isInvisible(character)) {
				break;
			}
		}
		return end;
	}

	private void add(int start, int end) {
		if (2 * this.count == this.bounds.length) {
			this.bounds = Arrays.copyOf(this.bounds, this.bounds.length * 2);
		}
		this.bounds[2 * this.count] = start;
		this.bounds[2 * this.count + 1] = end;
		this.count++;
	}

	static boolean isUndivided(int character) {
		return character >= FIRST_UNDIVIDED && UNDIVIDED.contains(UnicodeScript.of(character));
	}

	/** A Korean syllable may be written as one character or as up to three. */
	static boolean isVowelOfSyllable(int character) {
		return character >= 0x1160 && character <= 0x11FF;
	}

	private static boolean isMark(int character) {
		int type = Character.getType(character);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

}
