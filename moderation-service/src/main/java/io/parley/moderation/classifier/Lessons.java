package io.parley.moderation.classifier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Learns from reviews, one by one, how the probabilities of a {@link Head} are to be
 * corrected: linear, with steps of bounded size. Nothing is corrected before
 * {@link #NEEDED} reviews, nor while the corrections foretell reviews worse than the
 * model. Weights are whole numbers: the same reviews in the same order teach the same on
 * every machine. Not thread-safe.
 */
public final class Lessons {

	/** Reviews before anything is corrected. */
	public static final int NEEDED = 200;

	/** Words of which a weight is told: those that move scores most. */
	static final int MOST_WEIGHTS = 512;

	/** How far one review moves the score of its own text at most. */
	private static final double STEP = 0.2;

	/** The share of approvals, and of rejections, without which there is no telling. */
	private static final double FEWEST_OF_A_KIND = 0.05;

	/** Moderators who are of another mind than the model altogether correct nothing. */
	private static final double LEAST_AGREEMENT = 0.1;

	/** Deviations. */
	private static final double CHANCE = 1;

	/** What is left of a weight when a review comes by it. */
	private static final double KEPT = 0.998;

	/** What is left of the comparison with the model after each review. */
	private static final double REMEMBERED = 0.995;

	private final int[] weights = new int[WordNumbers.COUNT];

	private final Agreement alone = new Agreement();

	private final Agreement corrected = new Agreement();

	private int reviews;

	private int rejections;

	/**
	 * By how much the corrections foretold reviews better than the model alone, lately.
	 */
	private double gained;

	private double squares;

	/** How many reviews it has learnt from. */
	public int reviews() {
		return this.reviews;
	}

	/**
	 * Learns from a review.
	 * @param text the numbers of its words, see {@link WordNumbers}
	 * @param probability by the model
	 * @param rejected by the moderator
	 */
	public void learn(int[] text, double probability, boolean rejected) {
		double score = Odds.of(probability);
		double correction = correction(text);
		double ofModel = this.alone.expected(score);
		double foretold = this.corrected.expected(score, correction);
		double gain = loss(ofModel, rejected) - loss(foretold, rejected);
		this.gained = this.gained * REMEMBERED + gain;
		this.squares = this.squares * REMEMBERED + gain * gain;
		double truth = rejected ? 1 : 0;
		this.alone.learn(score, truth - ofModel);
		this.corrected.learn(score, truth - foretold);
		double step = STEP * (truth - foretold) / Correction.root(text) / Correction.UNIT;
		for (int word : text) {
			this.weights[word] = Math.clamp(Math.round(this.weights[word] * KEPT + step), Short.MIN_VALUE,
					Short.MAX_VALUE);
		}
		this.reviews++;
		this.rejections += rejected ? 1 : 0;
	}

	/** What they teach by now; null if nothing. */
	public @Nullable Correction correction() {
		if (!isTrusted()) {
			return null;
		}
		Map<Integer, Integer> strongest = new HashMap<>();
		IntStream.range(0, WordNumbers.COUNT)
			.filter(word -> this.weights[word] != 0)
			.boxed()
			.sorted(Comparator.comparingInt((Integer word) -> -Math.abs(this.weights[word]))
				.thenComparing(Comparator.naturalOrder()))
			.limit(MOST_WEIGHTS)
			.forEach(word -> strongest.put(word, this.weights[word]));
		return new Correction(strongest);
	}

	private double correction(int[] text) {
		long sum = 0;
		for (int word : text) {
			sum += this.weights[word];
		}
		return Correction.bounded(sum, text);
	}

	/**
	 * Whether there are enough reviews, of both kinds, that agree with the model by and
	 * large, and are foretold better than by it alone, by more than chance.
	 */
	private boolean isTrusted() {
		double fewest = this.reviews * FEWEST_OF_A_KIND;
		return this.reviews >= NEEDED && this.rejections >= fewest && this.reviews - this.rejections >= fewest
				&& this.alone.slope() >= LEAST_AGREEMENT && this.gained > CHANCE * StrictMath.sqrt(this.squares);
	}

	private static double loss(double probability, boolean truth) {
		return -StrictMath.log(truth ? probability : 1 - probability);
	}

}
