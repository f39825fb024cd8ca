package io.parley.moderation.text;

import java.util.Arrays;
import java.util.List;

/** Finds the terms that a word with hidden letters may be. Immutable. */
final class MaskedWords {

	private static final int SHORTEST = 4;

	private static final int LONGEST = 30;

	private static final int BUCKETS = 1 << 14;

	private static final int[] NONE = {};

	private final char[][] classes;

	/** Terms by their length, first and last letter. */
	private final int[][] buckets = new int[BUCKETS][];

	MaskedWords(List<FoldedTerm> terms, char[][] classes) {
		this.classes = classes;
		Arrays.fill(this.buckets, NONE);
		for (int i = 0; i < classes.length; i++) {
			char[] letters = classes[i];
			if (letters.length >= SHORTEST && letters.length <= LONGEST && terms.get(i).breaks().isEmpty()
					&& !terms.get(i).hasDigits()) {
				int bucket = bucket(letters.length, letters[0], letters[letters.length - 1]);
				int[] others = this.buckets[bucket];
				this.buckets[bucket] = Arrays.copyOf(others, others.length + 1);
				this.buckets[bucket][others.length] = i;
			}
		}
	}

	/** The terms that a word with masks may be. */
	int[] like(Reading reading, int from, int to) {
		int length = to - from;
		if (length < SHORTEST || length > LONGEST || !isReadable(reading, from, to)) {
			return NONE;
		}
		int[] found = NONE;
		int first = reading.symbols[from] & Symbol.CLASS;
		int last = reading.symbols[to - 1] & Symbol.CLASS;
		for (int term : this.buckets[bucket(length, first, last)]) {
			if (isLike(this.classes[term], reading, from)) {
				found = Arrays.copyOf(found, found.length + 1);
				found[found.length - 1] = term;
			}
		}
		return found;
	}

	private static boolean isLike(char[] term, Reading reading, int from) {
		for (int i = 0; i < term.length; i++) {
			int symbol = reading.symbols[from + i];
			boolean hidden = Symbol.is(symbol, Symbol.MASK);
			if (!hidden && (symbol & Symbol.CLASS) != term[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * At most half of it is hidden, and it is neither of digits nor a name of a program.
	 */
	private static boolean isReadable(Reading reading, int from, int to) {
		int hidden = 0;
		for (int i = from; i < to; i++) {
			if (Symbol.is(reading.symbols[i], Symbol.DIGIT) || joinsNames(reading, i, to)) {
				return false;
			}
			hidden += Symbol.is(reading.symbols[i], Symbol.MASK) ? 1 : 0;
		}
		return 2 * hidden <= to - from;
	}

	/** Whether it joins small letters to capitals, as in the names of locales. */
	private static boolean joinsNames(Reading reading, int at, int to) {
		int start = reading.starts[at];
		return reading.text.charAt(start) == '_' && at + 1 < to && Character.isLowerCase(reading.text.charAt(start - 1))
				&& Character.isUpperCase(reading.text.charAt(start + 1));
	}

	private static int bucket(int length, int first, int last) {
		return (((length * 31 + first) * 131 + last) * 0x9E3779B9) >>> 18;
	}

}
