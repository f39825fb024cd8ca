package io.parley.moderation.classifier;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What a site's moderators taught about a model. Immutable and thread-safe.
 *
 * @param version names it, and rises
 * @param model whose probabilities are corrected, by its id
 */
public record Corrections(long version, String model, Map<Head, Correction> ofHeads) {

	public Corrections {
		requireNonNull(model, "model");
		ofHeads = Map.copyOf(requireNonNull(ofHeads, "ofHeads"));
	}

	/**
	 * A probability, corrected.
	 * @param text the numbers of its words, see {@link WordNumbers}
	 * @param probability by the model
	 */
	public double corrected(Head head, int[] text, double probability) {
		Correction correction = ofHeads.get(head);
		return (correction != null) ? correction.corrected(text, probability) : probability;
	}

}
