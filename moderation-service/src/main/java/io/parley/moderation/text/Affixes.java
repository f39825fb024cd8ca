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

	private static final int BITS = 15;

	/** The first three letters of words that may have a prefix, a bit each. */
	private static final long[] BEGINS = new long[1 << (BITS - 6)];

	/** The last four letters of words that may have a suffix, a bit each. */
	private static final long[] ENDS = new long[1 << (BITS - 6)];

	static {
		for (String prefix : PREFIXES) {
			set(BEGINS, prefix.substring(0, Math.min(3, prefix.length())), 3, false);
		}
		for (String suffix : SUFFIXES) {
			set(ENDS, suffix.substring(Math.max(0, suffix.length() - 4)), 4, true);
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

	/** Whether a word's first three letters are those of one with a prefix. */
	static boolean mayBeginIn(int[] symbols, int start) {
		int bit = (symbols[start] & 31) << 10 | (symbols[start + 1] & 31) << 5 | (symbols[start + 2] & 31);
		return (BEGINS[bit >>> 6] & (1L << bit)) != 0;
	}

	/** Whether a word's last four letters may be those of one with a suffix. */
	static boolean mayEndIn(int[] symbols, int end) {
		int bit = bitOfEnd(symbols[end - 4] & 31, symbols[end - 3] & 31, symbols[end - 2] & 31, symbols[end - 1] & 31);
		return (ENDS[bit >>> 6] & (1L << bit)) != 0;
	}

	/** Whether a word ends in a suffix of letters. */
	static boolean endsInSuffix(String text, int start, int last) {
		int tail = text.charAt(last) | 0x20;
		for (String suffix : SUFFIXES) {
			int from = last + 1 - suffix.length();
			if (tail == suffix.charAt(suffix.length() - 1) && from > start
					&& text.regionMatches(true, from, suffix, 0, suffix.length())) {
				return true;
			}
		}
		return false;
	}

	/** Sets the bits of some letters, with any others before or after them. */
	private static void set(long[] bits, String letters, int length, boolean atEnd) {
		int free = length - letters.length();
		for (int others = 0; others < (1 << (5 * free)); others++) {
			int[] all = new int[4];
			for (int i = 0; i < length; i++) {
				int own = atEnd ? i - free : i;
				boolean given = own >= 0 && own < letters.length();
				int other = atEnd ? i : i - letters.length();
				all[i] = given ? Alphabet.number(letters.charAt(own)) & 31 : (others >>> (5 * other)) & 31;
			}
			int bit = atEnd ? bitOfEnd(all[0], all[1], all[2], all[3]) : (all[0] << 10) | (all[1] << 5) | all[2];
			bits[bit >>> 6] |= 1L << bit;
		}
	}

	private static int bitOfEnd(int fourth, int third, int second, int last) {
		int letters = (fourth << 15) | (third << 10) | (second << 5) | last;
		return (letters * 0x9E3779B1) >>> (Integer.SIZE - BITS);
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
