package io.parley.moderation.text;

import java.util.Arrays;

/**
 * A fingerprint in few bytes, to be kept in great number: one byte of some of its bins.
 * Immutable and thread-safe.
 *
 * <p>
 * b-bit MinHash (Li and König, 2010) with b = 8.
 */
public final class Sketch {

	/** Different bins have the same byte by chance as often as this. */
	private static final double CHANCE = 1.0 / 256;

	private final byte[] bytes;

	private Sketch(byte[] bytes) {
		this.bytes = bytes;
	}

	/**
	 * A sketch of a fingerprint.
	 * @param size how many bytes, a divisor of 128; the fewer, the coarser. A text
	 * without words has none
	 */
	public static Sketch of(Fingerprint fingerprint, int size) {
		return new Sketch(fingerprint.sampled(size));
	}

	/** A sketch as it was kept. */
	public static Sketch of(byte[] kept) {
		return new Sketch(kept.clone());
	}

	/** What to keep. */
	public byte[] bytes() {
		return this.bytes.clone();
	}

	/**
	 * An estimate of {@link Fingerprint#similarity}; 0 unless both have the same size and
	 * words.
	 */
	public double similarity(Sketch other) {
		int size = this.bytes.length;
		if (size == 0 || size != other.bytes.length) {
			return 0;
		}
		int same = 0;
		for (int i = 0; i < size; i++) {
			same += (this.bytes[i] == other.bytes[i]) ? 1 : 0;
		}
		return Math.max(0, ((double) same / size - CHANCE) / (1 - CHANCE));
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Sketch sketch && Arrays.equals(this.bytes, sketch.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

}
