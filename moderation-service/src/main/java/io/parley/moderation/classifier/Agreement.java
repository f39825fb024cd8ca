package io.parley.moderation.classifier;

/**
 * How a model's scores and the moderators' decisions go together: a logistic curve, moved
 * a little by each review. Which texts are reviewed is no accident, so it only tells what
 * is to be expected of moderators and corrects nothing. Not thread-safe.
 */
final class Agreement {

	private static final double STEP = 0.05;

	private static final double STEEPEST = 2;

	private double slope = 1;

	private double intercept;

	/** 1 if they decide as the model does, 0 if by chance. */
	double slope() {
		return this.slope;
	}

	double expected(double score) {
		return expected(score, 0);
	}

	/** How likely a rejection is, if the score is corrected. */
	double expected(double score, double correction) {
		return Odds.probability(this.slope * score + this.intercept + correction);
	}

	void learn(double score, double error) {
		this.intercept = Math.clamp(this.intercept + STEP * error, -Odds.SUREST, Odds.SUREST);
		this.slope = Math.clamp(this.slope + STEP * error * score / (1 + score * score), -STEEPEST, STEEPEST);
	}

}
