package io.parley.moderation.text;

import java.util.Arrays;
import java.util.List;

/** Finds the terms that a word may be when it is read backwards, by a hash. Immutable. */
final class ReversedWords {

	/** Shorter words are other words when they are read backwards. */
	static final int SHORTEST = 5;

	private static final int FACTOR = 0x01000193;

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
			if (terms.get(i).length() >= SHORTEST && terms.get(i).breaks().isEmpty()) {
				int bucket = bucket(hashOfReversed(classes[i]));
				this.chain[i] = this.buckets[bucket];
				this.buckets[bucket] = i;
			}
		}
	}

	/** The hash of a word that goes on with a letter other than the last. */
	static int next(int hash, int letter) {
		return hash * FACTOR + letter;
	}

	int first(int hash) {
		return this.buckets[bucket(hash)];
	}

	int next(int term) {
		return this.chain[term];
	}

	private int bucket(int hash) {
		return (hash * 0x9E3779B9) >>> this.shift;
	}

	private static int hashOfReversed(char[] classes) {
		int hash = 0;
		char[] letters = FoldedTerm.collapsed(classes);
		for (int i = letters.length - 1; i >= 0; i--) {
			hash = next(hash, letters[i]);
		}
		return hash;
	}

}
