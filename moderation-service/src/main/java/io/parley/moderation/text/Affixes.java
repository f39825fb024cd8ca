package io.parley.moderation.text;

/**
 * Words that are put before or after another without a gap, as in user names. None of
 * them is a usual prefix or suffix of a language.
 */
final class Affixes {

	/** Shorter terms are parts of too many words. */
	static final int SHORTEST = 5;

	private static final String[] PREFIXES = { "super", "mega", "ultra", "hyper", "total", "totally", "mister", "mr",
			"mrs", "miss", "you", "ur", "real", "the_real", "xxx", "xx", "xx_", "sir", "dr", "big", "lil", "such" };

	private static final String[] SUFFIXES = { "lord", "zone", "you", "4life", "4ever", "4u", "xxx", "xx", "gang",
			"squad", "king", "queen", "boy", "guy", "fan", "lol" };

	/** Whether a prefix begins with this character of ASCII. */
	private static final boolean[] BEGINS = new boolean[0x80];

	static {
		for (String prefix : PREFIXES) {
			BEGINS[prefix.charAt(0)] = true;
			BEGINS[Character.toUpperCase(prefix.charAt(0))] = true;
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
		if (first >= BEGINS.length || !BEGINS[first]) {
			return end;
		}
		for (String prefix : PREFIXES) {
			if ((first | 0x20) == prefix.charAt(0) && text.regionMatches(true, start, prefix, 0, prefix.length())) {
				end = Math.max(end, start + prefix.length());
			}
		}
		return end;
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
