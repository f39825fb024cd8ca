package io.parley.moderation.classifier;

import java.util.List;

/** Tells how likely a text is each {@link Head}. Thread-safe. */
public interface Classifier {

	/** Identifies what it decides by: another id, other probabilities. */
	String id();

	/**
	 * Scores a text.
	 * @param probabilities receives one for each {@link Head}, from 0 to 1, in their
	 * order
	 */
	void score(String text, double[] probabilities);

	/**
	 * The words that spoke most for a head, strongest first; none spoke against it.
	 * @param most how many at most
	 */
	List<Contribution> explain(String text, Head head, int most);

	/**
	 * A word and how much it spoke for a head.
	 *
	 * @param start where it begins in the text (UTF-16)
	 * @param end where it ends
	 * @param weight what it added to the logarithm of the odds
	 */
	record Contribution(int start, int end, double weight) {

	}

}
