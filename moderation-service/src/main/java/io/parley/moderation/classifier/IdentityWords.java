package io.parley.moderation.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import static java.util.Objects.requireNonNull;

/**
 * Words for what people are. To a model they are all the same word, so that it cannot
 * hold one group against a comment and not another.
 */
final class IdentityWords {

	/** What stands for any of them. */
	static final long CLASS = Features.word("\0identity");

	private static final long[] SLOTS = new long[1 << 11];

	static {
		try (InputStream file = requireNonNull(IdentityWords.class.getResourceAsStream("identity-words.txt"))) {
			new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank() && !line.startsWith("#"))
				.forEach(line -> add(Features.word(line.strip())));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private IdentityWords() {
	}

	static boolean has(long word) {
		int slot = slot(word);
		while (SLOTS[slot] != 0) {
			if (SLOTS[slot] == word) {
				return true;
			}
			slot = (slot + 1) & (SLOTS.length - 1);
		}
		return false;
	}

	private static void add(long word) {
		int slot = slot(word);
		while (SLOTS[slot] != 0 && SLOTS[slot] != word) {
			slot = (slot + 1) & (SLOTS.length - 1);
		}
		SLOTS[slot] = word;
	}

	private static int slot(long word) {
		return (int) word & (SLOTS.length - 1);
	}

}
