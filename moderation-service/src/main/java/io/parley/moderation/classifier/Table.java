package io.parley.moderation.classifier;

/**
 * The weights of features. What tells the features of a bucket apart lies in a table of
 * its own, a number for each bucket, which is small enough to stay near the processor;
 * the weights are only looked at for a feature that is there. Immutable and thread-safe.
 */
final class Table {

	/** The features of one bucket. */
	static final int PLACES = 4;

	/** What is added to a weight, so that none is negative. */
	static final int ZERO = 128;

	/** Where the weights of features are that are not there. */
	static final int NOWHERE = 0;

	private static final int CHECK_BITS = 16;

	private static final int CHECK_SHIFT = 4;

	private static final long CHECK = 0xFFFF;

	private static final long EACH = 0x0001_0001_0001_0001L;

	private static final long HIGHEST = 0x8000_8000_8000_8000L;

	private static final long NOTHING = 0x8080_8080_8080_8080L;

	private static final int WEIGHT_BITS = 8;

	/**
	 * By bucket: two bytes for each place, the lowest bits of the feature that has it.
	 */
	private final long[] checks;

	/**
	 * By place: a byte for each head, its weight plus {@link #ZERO}. The first is that of
	 * features that are not there.
	 */
	private final long[] weights;

	/**
	 * Takes what a file has.
	 * @param checks of each place the lowest 16 bits of its feature
	 * @param ofHeads of each head the weights of all places
	 */
	Table(short[] checks, byte[][] ofHeads) {
		this.checks = new long[checks.length / PLACES];
		this.weights = new long[checks.length + 1];
		for (int place = 0; place < checks.length; place++) {
			this.checks[place / PLACES] |= (checks[place] & CHECK) << (CHECK_BITS * (place % PLACES));
			long all = 0;
			for (int head = 0; head < ofHeads.length; head++) {
				all |= (long) (ofHeads[head][place] + ZERO) << (WEIGHT_BITS * head);
			}
			this.weights[place + 1] = all;
		}
		this.weights[NOWHERE] = NOTHING;
	}

	/** Where the weights of a feature are. */
	int place(long feature) {
		int bucket = bucket(feature, this.checks.length);
		// A place is the feature's if nothing is left of its two bytes: the lowest such
		// bytes are found by what is borrowed when one is taken from each.
		long left = this.checks[bucket] ^ ((feature & CHECK) * EACH);
		long found = (left - EACH) & ~left & HIGHEST;
		// Without a branch, for nobody can guess which features are there.
		int there = (int) ((found | -found) >> 63);
		return there & (1 + bucket * PLACES + (Long.numberOfTrailingZeros(found) >>> CHECK_SHIFT));
	}

	/** A byte for each head, its weight plus {@link #ZERO}. */
	long weights(int place) {
		return this.weights[place];
	}

	int weight(long feature, Head head) {
		return (int) (weights(place(feature)) >>> (WEIGHT_BITS * head.index()) & 0xFF) - ZERO;
	}

	/** The bucket of a feature: its upper half, scaled to the number of buckets. */
	static int bucket(long feature, int buckets) {
		return (int) (((feature >>> 32) * buckets) >>> 32);
	}

}
