package io.parley.local.model;

import java.util.List;

/** What was learnt for a head: a weight for each feature by number, and the bias. */
final class Weights {

	private final float[] ofFeatures;

	private final double bias;

	Weights(float[] ofFeatures, double bias) {
		this.ofFeatures = ofFeatures;
		this.bias = bias;
	}

	/** What several have learnt, on average. */
	static Weights average(List<Weights> all) {
		double[] sums = new double[all.getFirst().ofFeatures.length];
		double bias = 0;
		for (Weights one : all) {
			for (int i = 0; i < sums.length; i++) {
				sums[i] += (double) one.ofFeatures[i] / all.size();
			}
			bias += one.bias / all.size();
		}
		float[] ofFeatures = new float[sums.length];
		for (int i = 0; i < sums.length; i++) {
			ofFeatures[i] = (float) sums[i];
		}
		return new Weights(ofFeatures, bias);
	}

	float of(int feature) {
		return ofFeatures[feature];
	}

	double bias() {
		return bias;
	}

}
