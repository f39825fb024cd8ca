package io.parley.moderation.policy;

import java.util.List;

import io.parley.contract.Hit;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Corrections;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.WordNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier tells of a text, asked once and only if a condition wants to know. A
 * classifier that throws makes the condition fail. For one thread.
 */
final class ScoredText {

	/** Words that are shown for a probability. */
	private static final int MOST_CONTRIBUTIONS = 5;

	/**
	 * Probabilities have so many steps, so that the last bits of a logarithm, which may
	 * differ between processors, decide nothing.
	 */
	private static final double STEPS = 10_000;

	private final String text;

	private final @Nullable Classifier classifier;

	private final @Nullable Corrections corrections;

	private double @Nullable [] probabilities;

	private int @Nullable [] words;

	/**
	 * Asks nothing yet.
	 * @param classifier null if no condition reads what it tells
	 * @param corrections of what it tells; null if there are none
	 */
	ScoredText(String text, @Nullable Classifier classifier, @Nullable Corrections corrections) {
		this.text = text;
		this.classifier = classifier;
		this.corrections = corrections;
	}

	/** As the site's moderators would have it. */
	double probability(Head head) {
		double probability = uncorrected(head);
		if (this.corrections == null || !this.corrections.ofHeads().containsKey(head)) {
			return probability;
		}
		int[] numbers = this.words;
		if (numbers == null) {
			numbers = WordNumbers.of(this.text);
			this.words = numbers;
		}
		return rounded(this.corrections.corrected(head, numbers, probability));
	}

	/** Whether moderators taught something about this text. */
	boolean isCorrected(Head head) {
		return this.corrections != null && probability(head) != uncorrected(head);
	}

	/** As the model says. */
	double uncorrected(Head head) {
		double[] known = this.probabilities;
		if (known == null) {
			known = new double[Head.values().length];
			classifier().score(this.text, known);
			this.probabilities = known;
		}
		return rounded(known[head.index()]);
	}

	private static double rounded(double probability) {
		return Math.round(probability * STEPS) / STEPS;
	}

	/** The words that spoke most for it. */
	List<Hit.Span> contributions(Head head) {
		return classifier().explain(this.text, head, MOST_CONTRIBUTIONS)
			.stream()
			.map(word -> new Hit.Span("body", word.start(), word.end(), null,
					Evidence.bounded(this.text.substring(word.start(), word.end()))))
			.toList();
	}

	/** The id of the model that tells. */
	String model() {
		return classifier().id();
	}

	private Classifier classifier() {
		if (this.classifier == null) {
			throw new IllegalStateException("The policy was read without a model");
		}
		return this.classifier;
	}

}
