package io.parley.local.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.parley.local.model.LinearFit.Sample;

/**
 * How much more often features have a label than their sources let expect: a feature that
 * is frequent only in a source of many such texts is no sign of the label.
 */
final class LabelRatios {

	private final int[] with;

	private final int[] all;

	/** Texts with the label, if it did not depend on the feature. */
	private final double[] expected;

	LabelRatios(List<Sample> samples, int features) {
		this.with = new int[features];
		this.all = new int[features];
		this.expected = new double[features];
		Map<String, double[]> counts = new HashMap<>();
		for (Sample sample : samples) {
			double[] ofSource = counts.computeIfAbsent(sample.source(), unseen -> new double[2]);
			ofSource[0] += sample.positive() ? 1 : 0;
			ofSource[1]++;
		}
		for (Sample sample : samples) {
			double[] ofSource = counts.getOrDefault(sample.source(), new double[] { 0, 1 });
			double share = ofSource[0] / ofSource[1];
			for (int feature : sample.text().numbers()) {
				with[feature] += sample.positive() ? 1 : 0;
				all[feature]++;
				expected[feature] += share;
			}
		}
	}

	/** The logarithm of the ratio; 0 if the feature tells nothing. */
	double of(int feature) {
		return Math.log((with[feature] + 1.0) / (expected[feature] + 1.0))
				- Math.log((all[feature] - with[feature] + 1.0) / (all[feature] - expected[feature] + 1.0));
	}

}
