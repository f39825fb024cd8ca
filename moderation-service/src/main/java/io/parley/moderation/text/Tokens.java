package io.parley.moderation.text;

import java.util.Arrays;

/**
 * The runs of letters and digits of a reading. Each has a hash that is the sum of its
 * letters' hashes, equal neighbours once: so a stretched word has the hash of the word, a
 * word backwards has its hash too, and two pieces have the hash of the whole. All of it
 * is computed without branches, since where a word ends cannot be foretold, and in loops
 * that the compiler turns into vector instructions. One is filled again and again. Not
 * thread-safe.
 */
final class Tokens {

	/** What is counted of a token and the gap after it, from the lowest bit on. */
	private static final int LETTERS = (1 << 12) - 1;

	private static final int SPACES = ((1 << 10) - 1) << 12;

	private static final int SPECIALS = ((1 << 9) - 1) << 22;

	private static final int SPECIAL = Symbol.SIGN | Symbol.MASK | Symbol.TAG | Symbol.DIGIT | Symbol.UNDIVIDED;

	int size;

	private int[] symbols = {};

	/** The symbols, each one place later. */
	private int[] before = new int[1 << 10];

	/** Hash and counts of each symbol. */
	private long[] values = new long[1 << 10];

	private int[] starts = new int[1 << 10];

	/** The sums of all values up to a start. */
	private long[] sums = new long[1 << 10];

	/** Tokens to be looked at. */
	private int[] candidates = new int[1 << 10];

	private int[] longs = new int[1 << 10];

	private int longer;

	/** In which round each was asked for. */
	private int[] asked = new int[1 << 10];

	private int round;

	/** Finds those of a reading. */
	void split(Reading reading) {
		int end = reading.size;
		if (++this.round == 0) {
			Arrays.fill(this.asked, 0);
			this.round = 1;
		}
		if (end + 4 > this.before.length) {
			int larger = 2 * end;
			this.before = new int[larger];
			this.values = new long[larger];
			this.starts = new int[larger];
			this.sums = new long[larger];
			this.candidates = new int[larger];
			this.longs = new int[larger];
			this.asked = new int[larger];
		}
		this.symbols = reading.symbols;
		System.arraycopy(reading.symbols, 0, this.before, 1, end);
		evaluate(reading.symbols, this.before, this.values, end);
		this.size = sumUp(this.values, this.starts, this.sums, end);
	}

	/**
	 * The tokens that have something of what they are asked for, or are not plain words.
	 */
	int findCandidates(TokenFilter filter) {
		int last = this.size - 1;
		if (last < 0) {
			this.longer = 0;
			return 0;
		}
		long[] all = this.sums;
		int[] found = this.candidates;
		int[] longs = this.longs;
		int[] symbols = this.symbols;
		int[] starts = this.starts;
		// Nothing follows the last.
		all[last + 2] = all[last + 1];
		all[last + 3] = all[last + 1];
		int count = 0;
		int longer = 0;
		long value = all[1] - all[0];
		int known = filter.has((int) (value >>> 32));
		int knownNext = filter.has(hash(1));
		for (int i = 0; i < last; i++) {
			int counts = (int) value;
			long following = all[i + 2] - all[i + 1];
			long later = all[i + 3] - all[i + 2];
			int knownLater = filter.has((int) (later >>> 32));
			int pair = hashOfPair(value + following);
			int joined = ((counts & SPACES) - 1) >>> 31;
			int single = isOne(counts);
			// Letters alone, some of them maybe again and again, as far as terms have
			// them.
			int spelledOut = single & (isOne((int) following) | isOne((int) later) | knownNext | knownLater);
			int odd = (counts & SPECIALS) | spelledOut
					| (known & ((single ^ 1) | filter.hasInitial(symbols[starts[i]]))) | filter.has(pair);
			if (joined != 0) {
				odd |= (((int) following & SPACES) - 1) >>> 31 | ((int) following & SPECIALS) | filter.hasWord(pair);
			}
			known = knownNext;
			knownNext = knownLater;
			value = following;
			longs[longer] = i;
			longer += (Affixes.SHORTEST + 1 - (counts & LETTERS)) >>> 31;
			found[count] = i;
			count += (odd | -odd) >>> 31;
		}
		found[count++] = last;
		longs[longer++] = last;
		this.longer = longer;
		return count;
	}

	/** 1 if there is one letter, or none; or 0. */
	private static int isOne(int counts) {
		return ((counts & LETTERS) - 2) >>> 31;
	}

	/** How many are long enough to have more in them than a term. */
	int countOfLong() {
		return this.longer;
	}

	int longOne(int index) {
		return this.longs[index];
	}

	int candidate(int index) {
		return this.candidates[index];
	}

	int start(int token) {
		return this.starts[token];
	}

	/** The place after its last letter. */
	int end(int token) {
		int end = this.starts[token] + length(token);
		while (this.symbols[end] >= Symbol.RUN) {
			end++;
		}
		return end;
	}

	/** How many letters, up to thousands. */
	int length(int token) {
		return counts(token) & LETTERS;
	}

	/** Whether a sign alone is between it and the next. */
	boolean isJoined(int token) {
		return (counts(token) & SPACES) == 0 && token + 1 < this.size;
	}

	/** Whether there are signs or digits in it or after it. */
	boolean isSpecial(int token) {
		return (counts(token) & SPECIALS) != 0;
	}

	/** Whether it is a single letter, or the same again and again. */
	boolean isSingle(int token) {
		return token < this.size && hash(token) == hashOf(this.symbols[this.starts[token]] & Symbol.CLASS);
	}

	/** Whether this is asked of a token for the first time. */
	boolean isNew(int token) {
		boolean asked = this.asked[token] == this.round;
		this.asked[token] = this.round;
		return !asked;
	}

	int hash(int token) {
		return (int) ((this.sums[token + 1] - this.sums[token]) >>> 32);
	}

	/** The hash of a token and the next as one. */
	int pair(int token) {
		return (token + 1 < this.size) ? hashOfPair(this.sums[token + 2] - this.sums[token]) : 0;
	}

	private int counts(int token) {
		return (int) (this.sums[token + 1] - this.sums[token]);
	}

	/** The bits of two starts make one that is none of the hash. */
	private static int hashOfPair(long value) {
		return (int) (value >>> 32) - 1;
	}

	/** The hash of a letter; those of many are added. */
	static int hashOf(int letter) {
		int hash = letter * 0x9E3779B1;
		hash ^= hash >>> 15;
		return hash * 0x85EBCA77;
	}

	/** Each symbol by itself and the one before. */
	private static void evaluate(int[] symbols, int[] before, long[] values, int end) {
		for (int i = 0; i < end; i++) {
			int symbol = symbols[i];
			int difference = symbol ^ before[i];
			int hash = (symbol & Symbol.CLASS) * 0x9E3779B1;
			hash ^= hash >>> 15;
			hash *= 0x85EBCA77;
			// Nothing if the class is that before, or if it is no letter.
			hash &= (0 - (difference & Symbol.CLASS)) >> 31 & (symbol << 1) >> 31;
			int counts = ((difference & symbol) >>> 30) << 31 | symbol >>> 30 | (symbol & Symbol.SPACE) >>> 6
					| ((0 - (symbol & SPECIAL)) >>> 31) << 22;
			values[i] = (long) hash << 32 | (counts & 0xFFFF_FFFFL);
		}
	}

	private static int sumUp(long[] values, int[] starts, long[] sums, int end) {
		int count = 0;
		long sum = 0;
		for (int i = 0; i < end; i++) {
			long value = values[i];
			starts[count] = i;
			sums[count] = sum;
			// The highest bit of the counts is that of a start.
			count += (int) value >>> 31;
			sum += value;
		}
		sums[count] = sum;
		return count;
	}

}
