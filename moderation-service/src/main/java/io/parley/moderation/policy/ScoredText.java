package io.parley.moderation.policy;

import java.util.List;

import io.parley.contract.Hit;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Head;
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

	private double @Nullable [] probabilities;

	/**
	 * Asks nothing yet.
	 * @param classifier null if no condition reads what it tells
	 */
	ScoredText(String text, @Nullable Classifier classifier) {
		this.text = text;
		this.classifier = classifier;
	}

	double probability(Head head) {
		double[] known = this.probabilities;
		if (known == null) {
			known = new double[Head.values().length];
			classifier().score(this.text, known);
			this.probabilities = known;
		}
		return Math.round(known[head.index()] * STEPS) / STEPS;
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
