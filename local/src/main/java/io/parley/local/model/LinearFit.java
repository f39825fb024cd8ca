package io.parley.local.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.parley.moderation.classifier.Features;

/**
 * Logistic regression on features that are weighted by rarity; or also by how much more
 * often texts of one label have them (Wang and Manning, 2012); or by words first. Each
 * source has an intercept of its own, since the share of its texts that have the label
 * tells of the source and not of the texts.
 */
final class LinearFit {

	/** How features are weighted. */
	enum Form {

		BY_RARITY(0.25), BY_LABEL(0.1), BY_WORDS(1);

		private final double cost;

		Form(double cost) {
			this.cost = cost;
		}

	}

	private static final double SCALE = 2;

	/** The rarity of a feature that is neither rare nor frequent. */
	private static final double USUAL = 5;

	/** How much more whole words weigh than parts of words. */
	private static final double WORDS = 3;

	private static final double ACCURACY = 0.1;

	private static final int MOST_ROUNDS = 20;

	private final FeatureIndex.Numbered features;

	LinearFit(FeatureIndex.Numbered features) {
		this.features = features;
	}

	/**
	 * Fits weights.
	 * @param base the source whose intercept becomes the bias
	 */
	Weights fit(List<Sample> samples, Form form, String base) {
		double[] factors = factors(samples, form);
		List<String> sources = new ArrayList<>(new TreeSet<>(samples.stream().map(Sample::source).toList()));
		Problem problem = new Problem();
		problem.l = samples.size();
		problem.n = factors.length + sources.size();
		problem.bias = -1;
		problem.y = new double[problem.l];
		problem.x = new Feature[problem.l][];
		for (int i = 0; i < problem.l; i++) {
			Sample sample = samples.get(i);
			problem.y[i] = sample.positive() ? 1 : 0;
			int[] numbers = sample.text().numbers();
			Feature[] values = new Feature[numbers.length + 1];
			for (int k = 0; k < numbers.length; k++) {
				values[k] = new FeatureNode(numbers[k] + 1, factors[numbers[k]] * sample.text().norm());
			}
			values[numbers.length] = new FeatureNode(factors.length + 1 + sources.indexOf(sample.source()), 1);
			problem.x[i] = values;
		}
		Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, form.cost, ACCURACY);
		parameter.setMaxIters(MOST_ROUNDS);
		parameter.setRandom(new Random(1));
		Linear.disableDebugOutput();
		Model model = Linear.train(problem, parameter);
		double sign = (model.getLabels()[0] == 1) ? 1 : -1;
		double[] found = model.getFeatureWeights();
		float[] weights = new float[factors.length];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = (float) (sign * found[i] * factors[i]);
		}
		int source = sources.indexOf(base);
		return new Weights(weights, (source < 0) ? 0 : sign * found[factors.length + source]);
	}

	private double[] factors(List<Sample> samples, Form form) {
		double[] factors = new double[features.size()];
		for (int i = 0; i < factors.length; i++) {
			factors[i] = SCALE * ((form != Form.BY_WORDS) ? features.rarity(i)
					: Features.isWord(features.feature(i)) ? USUAL * WORDS : USUAL);
		}
		if (form == Form.BY_LABEL) {
			LabelRatios ratios = new LabelRatios(samples, factors.length);
			for (int i = 0; i < factors.length; i++) {
				factors[i] *= ratios.of(i);
			}
		}
		return factors;
	}

	/** A text with a label of one head. */
	record Sample(NumberedText text, String source, boolean positive) {

	}

}
