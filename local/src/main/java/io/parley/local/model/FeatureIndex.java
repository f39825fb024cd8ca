package io.parley.local.model;

import java.util.Arrays;

import io.parley.moderation.classifier.Features;

/** Numbers the features of many texts and counts the texts that have each. */
final class FeatureIndex {

	private long[] hashes = new long[1 << 22];

	private int[] counts = new int[1 << 22];

	/** The text that was counted last. */
	private int[] last = new int[1 << 22];

	private int[] numbers = {};

	private int size;

	private int texts;

	/** Counts the features of one more text. */
	void count(Features text) {
		texts++;
		for (int i = 0; i < text.size(); i++) {
			int slot = slot(text.hash(i));
			if (counts[slot] == 0) {
				hashes[slot] = text.hash(i);
				size++;
			}
			if (last[slot] != texts) {
				last[slot] = texts;
				counts[slot]++;
			}
			if (size * 2 > hashes.length) {
				grow();
			}
		}
	}

	/** Numbers the features that at least so many texts have; there is no counting on. */
	Numbered number(int fewest) {
		numbers = new int[hashes.length];
		Arrays.fill(numbers, -1);
		int next = 0;
		for (int slot = 0; slot < counts.length; slot++) {
			if (counts[slot] >= fewest) {
				numbers[slot] = next++;
			}
		}
		long[] features = new long[next];
		int[] frequencies = new int[next];
		for (int slot = 0; slot < counts.length; slot++) {
			if (numbers[slot] >= 0) {
				features[numbers[slot]] = hashes[slot];
				frequencies[numbers[slot]] = counts[slot];
			}
		}
		last = new int[0];
		return new Numbered(features, frequencies, texts);
	}

	/** The numbers of a text's features, each once, in ascending order. */
	int[] numbersOf(Features text) {
		int[] found = new int[text.size()];
		int count = 0;
		for (int i = 0; i < text.size(); i++) {
			int slot = slot(text.hash(i));
			if (counts[slot] > 0 && numbers[slot] >= 0) {
				found[count++] = numbers[slot];
			}
		}
		return Arrays.stream(found, 0, count).sorted().distinct().toArray();
	}

	private int slot(long hash) {
		int mask = hashes.length - 1;
		int slot = (int) (hash >>> 20) & mask;
		while (counts[slot] != 0 && hashes[slot] != hash) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void grow() {
		long[] hashesBefore = hashes;
		int[] countsBefore = counts;
		int[] lastBefore = last;
		hashes = new long[hashesBefore.length * 2];
		counts = new int[hashes.length];
		last = new int[hashes.length];
		for (int i = 0; i < hashesBefore.length; i++) {
			if (countsBefore[i] > 0) {
				int slot = slot(hashesBefore[i]);
				hashes[slot] = hashesBefore[i];
				counts[slot] = countsBefore[i];
				last[slot] = lastBefore[i];
			}
		}
	}

	/** The features by number, and how many of all texts have each. */
	static final class Numbered {

		private final long[] features;

		private final int[] frequencies;

		private final int texts;

		Numbered(long[] features, int[] frequencies, int texts) {
			this.features = features;
			this.frequencies = frequencies;
			this.texts = texts;
		}

		int size() {
			return features.length;
		}

		long feature(int number) {
			return features[number];
		}

		int frequency(int number) {
			return frequencies[number];
		}

		/** More for what few texts have. */
		double rarity(int number) {
			return Math.log((double) texts / frequencies[number]);
		}

	}

}
