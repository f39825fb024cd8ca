package io.parley.moderation.text;

/**
 * A set of hashes that may be wrong only by saying yes: two bits in one word for each, so
 * that asking is one look into memory and no branch. Filled by who builds it.
 */
final class Bloom {

	private static final int BITS_OF_KEY = 16;

	private final long[] words;

	private final int shift;

	/** A set for so many hashes. */
	Bloom(long keys) {
		int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros((int) (keys * BITS_OF_KEY / Long.SIZE)));
		this.words = new long[1 << bits];
		this.shift = Long.SIZE - bits;
	}

	void add(int hash) {
		long mixed = mix(hash);
		this.words[(int) (mixed >>> this.shift)] |= bits(mixed);
	}

	/** 1 if the hash may have been added, or 0. */
	int has(int hash) {
		long mixed = mix(hash);
		long missing = ~this.words[(int) (mixed >>> this.shift)] & bits(mixed);
		return (int) ((missing | -missing) >>> 63) ^ 1;
	}

	private static long mix(int hash) {
		return hash * 0x9E3779B97F4A7C15L;
	}

	/** From other bits of the hash than the place of the word. */
	private static long bits(long mixed) {
		return 1L << (mixed >>> 26) | 1L << (mixed >>> 20);
	}

}
