package io.parley.moderation.text;

import java.util.Arrays;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * A short sketch of a text, by which near-duplicates are found: texts that share most
 * pairs of neighbouring words have most bins in common, however they are styled.
 * Immutable and thread-safe.
 *
 * <p>
 * One-permutation MinHash (Li, Owen and Zhang, 2012), its empty bins filled from others
 * by optimal densification (Shrivastava, 2017), and bands of bins for locality-sensitive
 * hashing (Indyk and Motwani, 1998).
 */
public final class Fingerprint {

	/** More bins tell similarities apart more finely, by about one over their root. */
	static final int BINS = 128;

	/** Bins that must agree for two texts to be compared at all. */
	static final int ROWS = 4;

	private static final int BANDS = BINS / ROWS;

	/** Tries to fill an empty bin from one chosen by a hash; then the next one serves. */
	private static final int MOST_TRIES = 40;

	private static final Hasher64 HASHER = Hashing.komihash5_0();

	private static final long EMPTY = -1L;

	/** From which bin each empty one is filled at each try. */
	private static final byte[] PROBES = probes();

	private final long[] bins;

	private Fingerprint(long[] bins) {
		this.bins = bins;
	}

	/** The fingerprint of a text, in linear time. */
	public static Fingerprint of(String text) {
		long[] bins = new long[BINS];
		int filled = fill(new Shingles(text, false), bins);
		return new Fingerprint((filled == 0) ? new long[0] : bins);
	}

	/** Fills all bins, unless there are no words; returns how many had a pair. */
	static int fill(Shingles shingles, long[] bins) {
		Arrays.fill(bins, EMPTY);
		int filled = shingles.into(bins);
		if (filled > 0 && filled < BINS) {
			System.arraycopy(densified(bins), 0, bins, 0, BINS);
		}
		return filled;
	}

	/** Whether the text has no words, and so is like no other. */
	public boolean isEmpty() {
		return this.bins.length == 0;
	}

	/**
	 * An estimate of the share of word pairs that two texts have in common, from 0 to 1
	 * (Jaccard's index); 0 if either has none.
	 */
	public double similarity(Fingerprint other) {
		if (isEmpty() || other.isEmpty()) {
			return 0;
		}
		int same = 0;
		for (int i = 0; i < BINS; i++) {
			same += (this.bins[i] == other.bins[i]) ? 1 : 0;
		}
		return (double) same / BINS;
	}

	/**
	 * Keys of which two similar texts have at least one in common, and others mostly
	 * none; none at all for an empty fingerprint.
	 */
	public long[] bands() {
		if (isEmpty()) {
			return new long[0];
		}
		long[] bands = new long[BANDS];
		for (int band = 0; band < BANDS; band++) {
			long key = band;
			for (int row = 0; row < ROWS; row++) {
				key = HASHER.hashLongLongToLong(key, this.bins[band * ROWS + row]);
			}
			bands[band] = key;
		}
		return bands;
	}

	/** One byte of every so many bins; none of an empty fingerprint. */
	byte[] sampled(int size) {
		if (BINS % size != 0) {
			throw new IllegalArgumentException(size + " does not divide " + BINS);
		}
		byte[] sample = new byte[isEmpty() ? 0 : size];
		for (int i = 0; i < sample.length; i++) {
			// The least hash of many is small: only its low bits tell much.
			sample[i] = (byte) this.bins[i * (BINS / size)];
		}
		return sample;
	}

	/** Keeps the least hash of each bin; returns whether the bin was empty before. */
	static boolean put(long[] bins, long hash) {
		int bin = (int) (hash >>> 57);
		long value = hash & (EMPTY >>> 7);
		long before = bins[bin];
		if (before == EMPTY || value < before) {
			bins[bin] = value;
		}
		return before == EMPTY;
	}

	private static long[] densified(long[] bins) {
		long[] dense = bins.clone();
		for (int bin = 0; bin < BINS; bin++) {
			for (int attempt = 0; dense[bin] == EMPTY; attempt++) {
				int from = (attempt < MOST_TRIES) ? PROBES[bin * MOST_TRIES + attempt] : (bin + attempt) % BINS;
				dense[bin] = bins[from];
			}
		}
		return dense;
	}

	private static byte[] probes() {
		byte[] probes = new byte[BINS * MOST_TRIES];
		for (int i = 0; i < probes.length; i++) {
			probes[i] = (byte) probe(i / MOST_TRIES, i % MOST_TRIES);
		}
		return probes;
	}

	/** The same for the same bin and attempt in every text. */
	private static int probe(int bin, int attempt) {
		long mixed = (bin * 64L + attempt + 1) * 0x9E3779B97F4A7C15L;
		mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
		return (int) (mixed >>> 57);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Fingerprint fingerprint && Arrays.equals(this.bins, fingerprint.bins);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bins);
	}

}
