package io.parley.local.model;

/**
 * The logistic curve through scores and what was true of them (Platt, 1999), by Newton's
 * method with the targets and the shortened steps of Lin, Lin and Weng (2007).
 *
 * @param slope of the curve
 * @param intercept of the curve
 */
record Calibration(double slope, double intercept) {

	private static final int MOST_STEPS = 100;

	private static final double SHORTEST_STEP = 1e-10;

	private static final double RIDGE = 1e-9;

	static Calibration fit(double[] scores, boolean[] truths) {
		double[] targets = targets(truths);
		Calibration fit = new Calibration(1, 0);
		for (int step = 0; step < MOST_STEPS; step++) {
			Calibration next = fit.improved(scores, targets);
			if (next.equals(fit)) {
				return fit;
			}
			fit = next;
		}
		return fit;
	}

	/** A little less than certain, since there are not endlessly many texts. */
	private static double[] targets(boolean[] truths) {
		int positives = 0;
		for (boolean truth : truths) {
			positives += truth ? 1 : 0;
		}
		double[] targets = new double[truths.length];
		for (int i = 0; i < targets.length; i++) {
			targets[i] = truths[i] ? (positives + 1.0) / (positives + 2.0) : 1.0 / (truths.length - positives + 2.0);
		}
		return targets;
	}

	private Calibration improved(double[] scores, double[] targets) {
		double ofSlope = 0;
		double ofIntercept = 0;
		double squares = RIDGE;
		double products = 0;
		double ones = RIDGE;
		for (int i = 0; i < scores.length; i++) {
			double probability = 1 / (1 + Math.exp(-(slope * scores[i] + intercept)));
			double error = probability - targets[i];
			double curvature = probability * (1 - probability);
			ofSlope += error * scores[i];
			ofIntercept += error;
			squares += curvature * scores[i] * scores[i];
			products += curvature * scores[i];
			ones += curvature;
		}
		double determinant = squares * ones - products * products;
		double toSlope = -(ones * ofSlope - products * ofIntercept) / determinant;
		double toIntercept = -(squares * ofIntercept - products * ofSlope) / determinant;
		double before = loss(scores, targets);
		for (double step = 1; step > SHORTEST_STEP; step /= 2) {
			Calibration next = new Calibration(slope + step * toSlope, intercept + step * toIntercept);
			if (next.loss(scores, targets) < before) {
				return next;
			}
		}
		return this;
	}

	/** What the curve costs: the negative logarithm of the likelihood. */
	private double loss(double[] scores, double[] targets) {
		double loss = 0;
		for (int i = 0; i < scores.length; i++) {
			double score = slope * scores[i] + intercept;
			loss += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - targets[i] * score;
		}
		return loss;
	}

}
