package io.parley.moderation.text;

import java.util.stream.Stream;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Which words are in a large set, in 16 to 32 bytes each. Of the words that are not, one
 * in 2^64 / size is taken for one of them. Immutable and thread-safe.
 */
final class HashedWords {

	private static final Hasher64 HASHER = Hashing.komihash5_0();

	/** At places that are free. */
	private static final long NOTHING = 0;

	/** Each at the place that its highest bits tell, or the next free one after it. */
	private final long[] places;

	private final int shift;

	private HashedWords(long[] hashes) {
		// At most half full.
		int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(2 * hashes.length));
		this.places = new long[1 << bits];
		this.shift = Long.SIZE - bits;
		for (long hash : hashes) {
			this.places[placeOf(hash)] = hash;
		}
	}

	static HashedWords of(Stream<String> words) {
		return new HashedWords(words.mapToLong(HASHER::hashCharsToLong).toArray());
	}

	boolean has(String word) {
		return has(HASHER.hashCharsToLong(word));
	}

	/** Whether the word with a hash is one of them. */
	boolean has(long hash) {
		return this.places[placeOf(hash)] == hash;
	}

	/** Where a hash is, or would be. */
	private int placeOf(long hash) {
		int place = (int) (hash >>> this.shift);
		while (this.places[place] != NOTHING && this.places[place] != hash) {
			place = (place + 1) & (this.places.length - 1);
		}
		return place;
	}

}
