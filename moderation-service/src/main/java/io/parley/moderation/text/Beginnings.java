package io.parley.moderation.text;

/**
 * Tells for most words that no term begins like them, by their first three letters. May
 * be wrong only by saying yes. Immutable.
 */
final class Beginnings {

	private static final int BITS = 18;

	private final long[] bits = new long[1 << (BITS - 6)];

	Beginnings(char[][] entries) {
		for (char[] entry : entries) {
			int second = (entry.length > 1) ? entry[1] : 0;
			set(hash(entry[0], second, (entry.length > 2) ? entry[2] : 0));
		}
	}

	/** Whether a term may begin with these classes, or end before the third. */
	boolean has(int first, int second, int third) {
		return get(hash(first, second, third)) || get(hash(first, second, 0));
	}

	private boolean get(int bit) {
		return (this.bits[bit >>> 6] & (1L << bit)) != 0;
	}

	private void set(int bit) {
		this.bits[bit >>> 6] |= 1L << bit;
	}

	private static int hash(int first, int second, int third) {
		return (((first * 61 + second) * 61 + third) * 0x9E3779B9) >>> (32 - BITS);
	}

}
