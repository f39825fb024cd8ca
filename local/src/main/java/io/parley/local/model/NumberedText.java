package io.parley.local.model;

import io.parley.moderation.classifier.Features;
import io.parley.moderation.classifier.Model;

/** The numbers of a text's features, and what their weights are multiplied by. */
final class NumberedText {

	private final int[] numbers;

	private final double norm;

	NumberedText(Features text, FeatureIndex index) {
		this.numbers = index.numbersOf(text);
		this.norm = Model.norm(text.size());
	}

	int[] numbers() {
		return numbers;
	}

	double norm() {
		return norm;
	}

}
