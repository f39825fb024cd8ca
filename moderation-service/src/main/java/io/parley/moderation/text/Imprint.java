package io.parley.moderation.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A fingerprint to find near-duplicates by among very many: two bytes of each bin. Only
 * texts have one that can be told from others: long enough, and not made of everyday
 * words alone. Immutable and thread-safe.
 *
 * <p>
 * b-bit MinHash (Li and König, 2010) with b = 16, in bands of two bins.
 */
public final class Imprint {

	/** Shorter texts are the same by chance, or because they are customary. */
	static final int FEWEST_WORDS = 10;

	/** Words beyond those that are on every page. */
	static final int FEWEST_RARE_WORDS = 4;

	/** Of bands of two bins each, those that are looked up. */
	public static final int BANDS = 40;

	/**
	 * Fewer bands in common are mere phrases; versions of a text have seven on average
	 * where they are least alike.
	 */
	public static final int FEWEST_SHARED_BANDS = 3;

	/** From so many word pairs on, {@link #LONG_SIMILARITY} is the same text. */
	private static final int LONG = 26;

	private static final int SHORT = 10;

	private static final double LONG_SIMILARITY = 0.4;

	private static final double SHORT_SIMILARITY = 0.5;

	/** Bins of an imprint. */
	public static final int BINS = Fingerprint.BINS;

	private static final int BYTES = 1 + BINS * Character.BYTES;

	private final char[] bins;

	private final int pairs;

	private Imprint(char[] bins, int pairs) {
		this.bins = bins;
		this.pairs = pairs;
	}

	/** The imprint of a text, in linear time, or null if it has none. */
	public static @Nullable Imprint of(String text) {
		long[] bins = new long[BINS];
		Shingles shingles = new Shingles(text, true);
		int filled = Fingerprint.fill(shingles, bins);
		if (shingles.words() < FEWEST_WORDS || shingles.rareWords() < FEWEST_RARE_WORDS || filled < SHORT - 1) {
			return null;
		}
		char[] low = new char[BINS];
		for (int bin = 0; bin < BINS; bin++) {
			// The least hash of many is small: only its low bits tell much.
			low[bin] = (char) bins[bin];
		}
		return new Imprint(low, filled);
	}

	/**
	 * An imprint as it was written.
	 * @throws IllegalArgumentException if it is none
	 */
	public static Imprint parse(String written) {
		byte[] bytes = Base64.getDecoder().decode(written);
		if (bytes.length != BYTES) {
			throw new IllegalArgumentException("Not an imprint: " + bytes.length + " bytes");
		}
		return of(bytes);
	}

	/** An imprint as it was kept. */
	public static Imprint of(byte[] kept) {
		ByteBuffer buffer = ByteBuffer.wrap(kept);
		int pairs = Byte.toUnsignedInt(buffer.get());
		char[] bins = new char[BINS];
		buffer.asCharBuffer().get(bins);
		return new Imprint(bins, pairs);
	}

	/** What to keep. */
	public byte[] bytes() {
		ByteBuffer buffer = ByteBuffer.allocate(BYTES).put((byte) this.pairs);
		buffer.asCharBuffer().put(this.bins);
		return buffer.array();
	}

	/** As text, for events. */
	public String written() {
		return Base64.getEncoder().encodeToString(bytes());
	}

	/** How many bins of {@link Fingerprint} are the same. */
	public int sameBins(Imprint other) {
		int same = 0;
		for (int i = 0; i < BINS; i++) {
			same += (this.bins[i] == other.bins[i]) ? 1 : 0;
		}
		return same;
	}

	/**
	 * An estimate of the share of word pairs that two texts have in common, from 0 to 1
	 * (Jaccard's index).
	 */
	public double similarity(Imprint other) {
		return (double) sameBins(other) / BINS;
	}

	/**
	 * Whether both texts are versions of one. Short ones must be more alike, for there is
	 * less by which they could differ. A text inside a longer one is no version of it.
	 */
	public boolean matches(Imprint other) {
		int fewer = Math.min(this.pairs, other.pairs);
		double share = Math.clamp((double) (LONG - fewer) / (LONG - SHORT), 0, 1);
		return sharedBands(other) >= FEWEST_SHARED_BANDS
				&& sameBins(other) >= BINS * (LONG_SIMILARITY + share * (SHORT_SIMILARITY - LONG_SIMILARITY));
	}

	/** One of the keys of which two versions of a text mostly have some in common. */
	public int band(int index) {
		// Apart, so that the key of one band is hardly that of another.
		return ((this.bins[2 * index] << 16) | this.bins[2 * index + 1]) ^ (index * 0x9E3779B9);
	}

	private int sharedBands(Imprint other) {
		int shared = 0;
		for (int index = 0; index < BANDS; index++) {
			shared += (band(index) == other.band(index)) ? 1 : 0;
		}
		return shared;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Imprint imprint && Arrays.equals(this.bins, imprint.bins);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bins);
	}

}
