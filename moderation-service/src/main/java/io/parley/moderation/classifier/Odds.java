package io.parley.moderation.classifier;

/** Logarithms of odds, the same to the last bit on every machine. */
final class Odds {

	/** A model is surer than a review can tell. */
	static final double SUREST = 6;

	private Odds() {
	}

	static double of(double probability) {
		return Math.clamp(StrictMath.log(probability / (1 - probability)), -SUREST, SUREST);
	}

	static double probability(double odds) {
		return 1 / (1 + StrictMath.exp(-odds));
	}

}
