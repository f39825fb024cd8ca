package io.parley.moderation.text;

import java.util.List;

/**
 * Tells for most tokens that they are neither a term, nor one backwards, nor words of a
 * phrase, by their hashes. May be wrong only by saying yes: a Bloom filter of two bits in
 * one word. Immutable.
 */
final class TokenFilter {

	private static final int BITS_OF_KEY = 24;

	/** Longer words are rarely the letters of a term in another order. */
	static final int SHORT = 5;

	private static final int BEGINNING = 0x5DEECE66;

	private static final int PHRASE = 0x2545F491;

	private static final int SHORT_TERM = 0x1B873593;

	private final long[] words;

	private final int shift;

	private final boolean phrases;

	TokenFilter(List<FoldedTerm> terms, char[][] classes) {
		long keys = 1;
		boolean any = false;
		for (FoldedTerm term : terms) {
			keys += 2 + 3 * term.breaks().cardinality();
			any |= !term.breaks().isEmpty();
		}
		this.phrases = any;
		int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros((int) (keys * BITS_OF_KEY / Long.SIZE)));
		this.words = new long[1 << bits];
		this.shift = Long.SIZE - bits;
		for (int i = 0; i < classes.length; i++) {
			add(terms.get(i), classes[i]);
		}
	}

	/** 1 if a token or two may be a term, one backwards, or words of a phrase; or 0. */
	int has(int hash) {
		long mixed = mix(hash);
		long bits = bits(mixed);
		long missing = ~this.words[(int) (mixed >>> this.shift)] & bits;
		return (int) ((missing | -missing) >>> 63) ^ 1;
	}

	/** Whether a token or two may be the first words of a phrase, even a single one. */
	boolean begins(int hash) {
		return has(hash ^ BEGINNING) != 0;
	}

	/** Whether two tokens together may be words of a phrase. */
	boolean hasPhrase(int hash) {
		return has(hash ^ PHRASE) != 0;
	}

	/**
	 * Whether a token of up to {@link #SHORT} letters may be a term in just this order.
	 * Frequent words are too often others in another order.
	 */
	boolean hasShort(int[] symbols, int start, int length) {
		int hash = SHORT_TERM;
		int repeats = 0;
		int before = 0;
		for (int i = start; i < start + length; i++) {
			int letter = symbols[i] & Symbol.CLASS;
			repeats += (letter == before) ? 1 : 0;
			before = letter;
			hash = hash * 31 + Tokens.hashOf(letter);
		}
		return repeats > 1 || has(hash) != 0;
	}

	boolean hasPhrases() {
		return this.phrases;
	}

	private void add(FoldedTerm term, char[] classes) {
		int words = 1;
		// As one word, and as words of which each is collapsed by itself.
		int glued = 0;
		int apart = 0;
		for (int i = 0; i < classes.length; i++) {
			if (term.breaks().get(i)) {
				set(glued ^ BEGINNING);
				set(apart ^ BEGINNING);
				if (words++ > 1) {
					set(glued);
					set(apart);
					set(apart ^ PHRASE);
					setShort(classes, i);
				}
			}
			int letter = Tokens.hashOf(classes[i]);
			boolean same = i > 0 && classes[i - 1] == classes[i];
			glued += same ? 0 : letter;
			apart += same && !term.breaks().get(i) ? 0 : letter;
		}
		set(glued);
		set(apart);
		if (words > 1) {
			set(apart ^ PHRASE);
		}
		setShort(classes, classes.length);
		for (int i = 1; i < classes.length && words == 1; i++) {
			if (classes[i - 1] == classes[i]) {
				// Split between the two.
				set(glued + Tokens.hashOf(classes[i]));
			}
		}
		// A letter may be written again and again, alone.
		set(Tokens.hashOf(classes[0]));
	}

	private void setShort(char[] classes, int length) {
		if (length <= SHORT) {
			int hash = SHORT_TERM;
			for (int i = 0; i < length; i++) {
				hash = hash * 31 + Tokens.hashOf(classes[i]);
			}
			set(hash);
		}
	}

	private void set(int hash) {
		long mixed = mix(hash);
		this.words[(int) (mixed >>> this.shift)] |= bits(mixed);
	}

	private static long mix(int hash) {
		return hash * 0x9E3779B97F4A7C15L;
	}

	/** From other bits of the hash than the place of the word. */
	private static long bits(long mixed) {
		return 1L << (mixed >>> 26) | 1L << (mixed >>> 20);
	}

}
