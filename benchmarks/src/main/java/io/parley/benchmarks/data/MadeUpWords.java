package io.parley.benchmarks.data;

import java.util.Arrays;
import java.util.Random;

/**
 * Texts of words that are as frequent as in a language: few are everywhere, most are
 * rare. Immutable.
 */
public final class MadeUpWords {

	private static final int VOCABULARY = 30_000;

	private static final String[] EVERYWHERE = { "the", "of", "and", "to", "a", "in", "is", "that", "it", "was", "for",
			"on", "are", "with", "as", "they", "be", "at", "this", "have", "from", "or", "had", "by", "but", "what",
			"all", "were", "we", "when", "there", "can", "an", "your", "which", "their", "if", "do", "will", "how" };

	private static final String[] SYLLABLES = { "ba", "ne", "ti", "ro", "lum", "ka", "ster", "vi", "no", "dra", "mel",
			"po", "sin", "ter", "gal", "hu", "fen", "ox", "lia", "mor", "pre", "qui", "zan", "wel", "the", "ing" };

	/** Where a word's share of all words begins. */
	private final double[] shares = new double[VOCABULARY];

	public MadeUpWords() {
		double sum = 0;
		for (int rank = 0; rank < VOCABULARY; rank++) {
			this.shares[rank] = sum;
			// Zipf's law, as Mandelbrot put it.
			sum += 1 / (rank + 2.7);
		}
		for (int rank = 0; rank < VOCABULARY; rank++) {
			this.shares[rank] /= sum;
		}
	}

	/** A word, the frequent ones often. */
	public String one(Random random) {
		int found = Arrays.binarySearch(this.shares, random.nextDouble());
		int rank = (found >= 0) ? found : -found - 2;
		if (rank < EVERYWHERE.length) {
			return EVERYWHERE[rank];
		}
		StringBuilder word = new StringBuilder();
		for (int rest = rank; rest > 0; rest /= SYLLABLES.length) {
			word.append(SYLLABLES[rest % SYLLABLES.length]);
		}
		return word.toString();
	}

	/** So many words. */
	public String[] text(int words, Random random) {
		String[] text = new String[words];
		for (int i = 0; i < words; i++) {
			text[i] = one(random);
		}
		return text;
	}

}
