package io.parley.moderation.text;

import java.util.Arrays;
import java.util.stream.Stream;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Which words are in a large set, in eight bytes each. Of the words that are not, one in
 * 2^64 / size is taken for one of them. Immutable and thread-safe.
 */
final class HashedWords {

	private static final Hasher64 HASHER = Hashing.komihash5_0();

	/** Sorted. */
	private final long[] hashes;

	private HashedWords(long[] hashes) {
		this.hashes = hashes;
	}

	static HashedWords of(Stream<String> words) {
		return new HashedWords(words.mapToLong(HASHER::hashCharsToLong).sorted().toArray());
	}

	boolean has(String word) {
		return has(HASHER.hashCharsToLong(word));
	}

	/** Whether the word with a hash is one of them. */
	boolean has(long hash) {
		return Arrays.binarySearch(this.hashes, hash) >= 0;
	}

}
