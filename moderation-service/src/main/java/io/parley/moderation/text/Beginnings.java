package io.parley.moderation.text;

/**
 * Tells for most words that no term begins like them, by their first four letters. May be
 * wrong only by saying yes. Immutable.
 */
final class Beginnings {

	private static final int BITS = 20;

	private static final int SHORTER_BITS = 12;

	private static final int LENGTH = 4;

	/** Runs of one letter are not followed to their end from each of their letters. */
	private static final int FARTHEST = 24;

	private final long[] bits = new long[1 << (BITS - 6)];

	/**
	 * Those of terms that end before their fourth letter: few, so that they stay near.
	 */
	private final long[] shorter = new long[1 << (SHORTER_BITS - 6)];

	Beginnings(char[][] entries) {
		for (char[] entry : entries) {
			int hash = 0;
			for (int i = 0; i < Math.min(LENGTH, entry.length); i++) {
				hash = next(hash, entry[i]);
			}
			if (entry.length < LENGTH) {
				set(this.shorter, bit(hash, SHORTER_BITS));
			}
			else {
				set(this.bits, bit(hash, BITS));
			}
		}
	}

	/** Whether a term may begin here; equal neighbours count once. */
	boolean has(Reading reading, int at) {
		int[] symbols = reading.symbols;
		int size = reading.size;
		reading.work++;
		int hash = 0;
		int count = 0;
		int last = 0;
		for (int i = at;;) {
			int letter = symbols[i] & Symbol.CLASS;
			if (letter == 0) {
				return false;
			}
			if (letter != last) {
				hash = next(hash, letter);
				last = letter;
				if (++count == LENGTH) {
					return get(this.bits, bit(hash, BITS));
				}
				if (get(this.shorter, bit(hash, SHORTER_BITS))) {
					return true;
				}
			}
			if (++i >= size) {
				return false;
			}
			if (i - at > FARTHEST) {
				return true;
			}
			if ((symbols[i] & Symbol.WORD) == 0) {
				// Only one space is passed; anything else is looked at in full.
				if ((symbols[i] & (Symbol.SPACE | Symbol.TAG)) != Symbol.SPACE || ++i >= size
						|| (symbols[i] & Symbol.LETTER) == 0) {
					return true;
				}
			}
		}
	}

	private static int next(int hash, int letter) {
		return hash * 0x01000193 + letter;
	}

	private static boolean get(long[] bits, int bit) {
		return (bits[bit >>> 6] & (1L << bit)) != 0;
	}

	private static void set(long[] bits, int bit) {
		bits[bit >>> 6] |= 1L << bit;
	}

	private static int bit(int hash, int size) {
		return (hash * 0x9E3779B9) >>> (Integer.SIZE - size);
	}

}
