package io.parley.moderation.text;

/**
 * Words that are put before or after another without a gap, as in user names. None of
 * them is a usual prefix or suffix of a language.
 */
final class Affixes {

	/** Shorter terms are parts of too many words. */
	static final int SHORTEST = 5;

	private static final String[] PREFIXES = { "super", "mega", "ultra", "hyper", "total", "totally", "mister", "mr",
			"mrs", "miss", "you", "ur", "real", "xxx", "xx", "sir", "dr", "big", "lil", "such" };

	private static final String[] SUFFIXES = { "lord", "zone", "you", "4life", "4ever", "4u", "xxx", "xx", "gang",
			"squad", "king", "queen", "boy", "guy", "fan", "lol" };

	/** Second letters of prefixes by their first, one bit each. */
	private static final int[] BEGINS = new int[32];

	/** Last letters of suffixes by the letter before, one bit each. */
	private static final int[] ENDS = new int[32];

	/** Both last letters of each suffix. */
	private static final int[] TAILS = new int[SUFFIXES.length];

	static {
		for (int i = 0; i < TAILS.length; i++) {
			int last = SUFFIXES[i].length() - 1;
			TAILS[i] = (SUFFIXES[i].charAt(last - 1) & 31) << 5 | (SUFFIXES[i].charAt(last) & 31);
		}
		for (String prefix : PREFIXES) {
			BEGINS[number(prefix, 0)] |= 1 << number(prefix, 1);
		}
		for (String suffix : SUFFIXES) {
			int last = suffix.length() - 1;
			ENDS[number(suffix, last - 1)] |= 1 << number(suffix, last);
		}
	}

	private Affixes() {
	}

	/** The index after the longest prefix that begins here, or -1. */
	static int endOfPrefix(String text, int start) {
		char first = text.charAt(start);
		if (first >= '0' && first <= '9') {
			return endOfDigits(text, start);
		}
		int end = -1;
		int second = (start + 1 < text.length()) ? text.charAt(start + 1) | 0x20 : 0;
		for (String prefix : PREFIXES) {
			if (second == prefix.charAt(1) && (first | 0x20) == prefix.charAt(0)
					&& text.regionMatches(true, start, prefix, 0, prefix.length())) {
				end = Math.max(end, start + prefix.length());
			}
		}
		return end;
	}

	/** Whether a word's first or last two letters are those of one. */
	static boolean mayHave(int[] symbols, int start, int end) {
		int begins = BEGINS[symbols[start] & 31] >>> symbols[start + 1];
		int ends = ENDS[symbols[end - 2] & 31] >>> symbols[end - 1];
		return ((begins | ends) & 1) != 0;
	}

	/** Whether a word ends in a suffix of letters. */
	static boolean endsInSuffix(String text, int start, int last) {
		int tail = (text.charAt(last - 1) & 31) << 5 | (text.charAt(last) & 31);
		for (int i = 0; i < TAILS.length; i++) {
			String suffix = SUFFIXES[i];
			int from = last + 1 - suffix.length();
			if (TAILS[i] == tail && from > start && text.regionMatches(true, from, suffix, 0, suffix.length())) {
				return true;
			}
		}
		return false;
	}

	private static int number(String letters, int index) {
		return Alphabet.number(letters.charAt(index)) & 31;
	}

	/** Whether a suffix, digits, or both begin here and end the word. */
	static boolean isSuffix(String text, int start) {
		if (isEnd(text, endOfDigits(text, start))) {
			return true;
		}
		for (String suffix : SUFFIXES) {
			if (text.regionMatches(true, start, suffix, 0, suffix.length())
					&& isEnd(text, endOfDigits(text, start + suffix.length()))) {
				return true;
			}
		}
		return false;
	}

	private static int endOfDigits(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
			end++;
		}
		return end;
	}

	private static boolean isEnd(String text, int end) {
		return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
	}

}
