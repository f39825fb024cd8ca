package io.parley.moderation.text;

import java.text.BreakIterator;
import java.util.Locale;

/** How a text looks, whatever it says. */
public final class Shape {

	/** Fewer letters than this cannot shout. */
	private static final int LETTERS_TO_SHOUT = 12;

	private static final int EMOJI_STYLE = 0xFE0F;

	private Shape() {
	}

	/** Length in code points. */
	public static int length(String text) {
		return text.codePointCount(0, text.length());
	}

	/**
	 * The share of capitals among the letters that have a case, from 0 to 1 in
	 * thousandths; 0 if there are very few of them.
	 */
	public static double capsRatio(String text) {
		int upper = 0;
		int lower = 0;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			upper += Character.isUpperCase(character) ? 1 : 0;
			lower += Character.isLowerCase(character) ? 1 : 0;
		}
		int cased = upper + lower;
		return (cased < LETTERS_TO_SHOUT) ? 0 : Math.round(1000.0 * upper / cased) / 1000.0;
	}

	/**
	 * The share of digits among the characters other than white space, from 0 to 1 in
	 * thousandths.
	 */
	public static double digitShare(String text) {
		int digits = 0;
		int all = 0;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			digits += Character.isDigit(character) ? 1 : 0;
			all += Folding.isSpace(character) ? 0 : 1;
		}
		return (all == 0) ? 0 : Math.round(1000.0 * digits / all) / 1000.0;
	}

	/** The longest run of one and the same character other than white space. */
	public static int longestRun(String text) {
		int longest = 0;
		int run = 0;
		int previous = -1;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			i += Character.charCount(character);
			run = (character == previous) ? run + 1 : 1;
			previous = character;
			if (run > longest && !Folding.isSpace(character)) {
				longest = run;
			}
		}
		return longest;
	}

	/** Emoji as a reader counts them: a family or a flag is one. */
	public static int emojiCount(String text) {
		if (text.codePoints().noneMatch(Shape::mayBeEmoji)) {
			return 0;
		}
		// An instance has state, so each call takes its own.
		BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
		clusters.setText(text);
		int count = 0;
		int start = clusters.first();
		for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
			if (isEmoji(text.substring(start, end))) {
				count++;
			}
			start = end;
		}
		return count;
	}

	private static boolean isEmoji(String cluster) {
		return cluster.codePoints().anyMatch(Character::isEmojiPresentation)
				|| (cluster.indexOf(EMOJI_STYLE) >= 0 && Character.isEmoji(cluster.codePointAt(0)));
	}

	private static boolean mayBeEmoji(int character) {
		return character == EMOJI_STYLE || (character >= 0x80 && Character.isEmojiPresentation(character));
	}

}
