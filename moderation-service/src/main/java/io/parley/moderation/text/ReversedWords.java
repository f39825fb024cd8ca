package io.parley.moderation.text;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the terms that a word may be when it is read backwards, by their last letters.
 * Immutable.
 */
final class ReversedWords {

	/** Shorter words are other words when they are read backwards. */
	static final int SHORTEST = 5;

	/** The first term of a bucket, or -1. */
	private final int[] buckets;

	/** The next term of the same bucket, or -1. */
	private final int[] chain;

	private final int shift;

	ReversedWords(List<FoldedTerm> terms, char[][] classes) {
		int bits = Math.max(8, 34 - Integer.numberOfLeadingZeros(terms.size() + 1));
		this.shift = 32 - bits;
		this.buckets = new int[1 << bits];
		Arrays.fill(this.buckets, -1);
		this.chain = new int[terms.size()];
		for (int i = 0; i < this.chain.length; i++) {
			if (mayBeReversed(terms.get(i))) {
				int bucket = bucket(classes[i][0], classes[i][1], classes[i][2], classes[i][3], classes[i].length);
				this.chain[i] = this.buckets[bucket];
				this.buckets[bucket] = i;
			}
		}
	}

	/** Whether a term is looked for backwards. */
	static boolean mayBeReversed(FoldedTerm term) {
		return term.isReversible() && term.length() >= SHORTEST && term.breaks().isEmpty() && !term.hasDigits();
	}

	/** The first term that may be the word when it is read from its end, or -1. */
	int first(int[] symbols, int from, int to) {
		return this.buckets[bucket(symbols[to - 1] & Symbol.CLASS, symbols[to - 2] & Symbol.CLASS,
				symbols[to - 3] & Symbol.CLASS, symbols[to - 4] & Symbol.CLASS, to - from)];
	}

	int next(int term) {
		return this.chain[term];
	}

	private int bucket(int first, int second, int third, int fourth, int length) {
		int hash = (((first * 61 + second) * 61 + third) * 61 + fourth) * 61 + length;
		return (hash * 0x9E3779B9) >>> this.shift;
	}

}
