package io.parley.moderation.classifier;

/**
 * How a head's sum of weights becomes a probability.
 *
 * @param scale what one step of a weight is worth
 * @param bias the score of a text without features
 * @param sentence how much the sentence with the highest score counts besides the text
 * @param slope of the logistic curve
 * @param intercept of the logistic curve
 */
record HeadFit(double scale, double bias, double sentence, double slope, double intercept) {

	/**
	 * The probability of a text.
	 * @param sum of the weights of its features, divided by the root of their number
	 * @param highest such a sum of a sentence
	 */
	double probability(double sum, double highest) {
		double score = this.scale * (sum + this.sentence * highest) + this.bias;
		return 1 / (1 + Math.exp(-(this.slope * score + this.intercept)));
	}

}
