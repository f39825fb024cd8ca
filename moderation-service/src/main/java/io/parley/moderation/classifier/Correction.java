package io.parley.moderation.classifier;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much likelier or less likely than a model says texts with certain words are to be
 * rejected by the moderators of a site, for one {@link Head}. Bounded, so that it can
 * turn nothing that is plain into its opposite. Made by {@link Lessons}. Immutable and
 * thread-safe.
 */
public final class Correction {

	/** The most that a score is corrected by: logarithm of the odds, either way. */
	public static final double LARGEST = 1.5;

	/** What one step of a weight is worth. */
	static final double UNIT = 1.0 / (1 << 13);

	private final int[] words;

	private final int[] weights;

	/**
	 * @param weights by the numbers of words, see {@link WordNumbers}
	 */
	public Correction(Map<Integer, Integer> weights) {
		SortedMap<Integer, Integer> sorted = new TreeMap<>(weights);
		this.words = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
		this.weights = sorted.values().stream().mapToInt(Integer::intValue).toArray();
	}

	/** By the numbers of words. */
	public SortedMap<Integer, Integer> weights() {
		SortedMap<Integer, Integer> all = new TreeMap<>();
		for (int i = 0; i < words.length; i++) {
			all.put(words[i], weights[i]);
		}
		return all;
	}

	/**
	 * A probability, corrected.
	 * @param text the numbers of its words
	 * @param probability by the model
	 */
	public double corrected(int[] text, double probability) {
		long sum = 0;
		for (int word : text) {
			int at = Arrays.binarySearch(words, word);
			sum += (at >= 0) ? weights[at] : 0;
		}
		if (sum == 0) {
			return probability;
		}
		return Odds.probability(Odds.of(probability) + bounded(sum, text));
	}

	/** What weights add up to, in the logarithm of the odds. */
	static double bounded(long sum, int[] text) {
		return Math.clamp(sum * UNIT / root(text), -LARGEST, LARGEST);
	}

	/** What sums are divided by, so that long texts are not corrected more. */
	static double root(int[] text) {
		return Math.sqrt(text.length + 1.0);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Correction that && Arrays.equals(words, that.words)
				&& Arrays.equals(weights, that.weights);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(words) + Arrays.hashCode(weights);
	}

}
