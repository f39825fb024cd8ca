package io.parley.local.model;

import java.util.Map;

import io.parley.moderation.classifier.Head;

/**
 * A text to learn from.
 *
 * @param source where it is from; each has an intercept of its own
 * @param labels what is known of it
 */
record Example(Corpus corpus, String source, Map<Head, Boolean> labels, String text) {

	Example {
		labels = Map.copyOf(labels);
	}

	boolean is(Head head) {
		return Boolean.TRUE.equals(labels.get(head));
	}

	boolean isNot(Head head) {
		return Boolean.FALSE.equals(labels.get(head));
	}

	/** The same labels for another text. */
	Example with(String otherSource, String otherText) {
		return new Example(corpus, otherSource, labels, otherText);
	}

}
