package io.parley.moderation.classifier;

/**
 * How a head's sum of weights becomes a probability.
 *
 * @param scale what one step of a weight is worth
 * @param bias the score of a text without features
 * @param slope of the logistic curve
 * @param intercept of the logistic curve
 */
record HeadFit(double scale, double bias, double slope, double intercept) {

	double probability(double sum) {
		return 1 / (1 + Math.exp(-(this.slope * (this.scale * sum + this.bias) + this.intercept)));
	}

}
