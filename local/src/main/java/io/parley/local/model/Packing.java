package io.parley.local.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.classifier.ModelBuilder;

import static java.util.Objects.requireNonNull;

/** Packs what was learnt into a model and fits its probabilities. */
final class Packing {

	/** So that no score is so high that its probability is 1. */
	private static final double SMALL_SLOPE = 1.0 / 64;

	/**
	 * How much more the weights of the head that most policies go by matter for which
	 * features stay.
	 */
	private static final double TOXIC_COUNTS = 3;

	private final FeatureIndex.Numbered features;

	private final Map<Head, Weights> weights;

	/** Takes weights of every head. */
	Packing(FeatureIndex.Numbered features, Map<Head, Weights> weights) {
		this.features = features;
		this.weights = new EnumMap<>(weights);
	}

	/**
	 * The bytes of the model.
	 * @param fitting what the probabilities are fitted on
	 */
	byte[] pack(List<Example> fitting) {
		double[] biases = new double[Head.values().length];
		weights.forEach((head, learnt) -> biases[head.index()] = learnt.bias());
		ModelBuilder builder = builder();
		double[] sentences = new double[biases.length];
		for (Head head : Head.values()) {
			sentences[head.index()] = sentence(head);
		}
		double[] slopes = new double[biases.length];
		double[] intercepts = new double[biases.length];
		Arrays.fill(slopes, SMALL_SLOPE);
		Model raw = read(builder.build(biases, sentences, slopes, intercepts));
		for (Head head : Head.values()) {
			Calibration calibration = calibrate(raw, head, fitting);
			slopes[head.index()] = calibration.slope();
			intercepts[head.index()] = calibration.intercept();
		}
		return builder.build(biases, sentences, slopes, intercepts);
	}

	/**
	 * How much the sentence with the highest score counts besides the text, for one toxic
	 * sentence makes a text toxic. More would be a little better still at telling texts
	 * apart, and worse once the words of that sentence are disguised.
	 */
	private static double sentence(Head head) {
		return switch (head) {
			case TOXIC -> 0.5;
			case OBSCENE -> 1;
			case INSULT, HATE, SPAM -> 0;
		};
	}

	/**
	 * Of features that share a bucket, the one stays that moves scores most: by its share
	 * of the variance of a head.
	 */
	private ModelBuilder builder() {
		double[] totals = new double[Head.values().length];
		weights.forEach((head, learnt) -> {
			for (int i = 0; i < features.size(); i++) {
				totals[head.index()] += variance(learnt, i);
			}
		});
		ModelBuilder builder = new ModelBuilder();
		float[] ofHeads = new float[totals.length];
		for (int i = 0; i < features.size(); i++) {
			double important = 0;
			for (Head head : Head.values()) {
				Weights learnt = requireNonNull(weights.get(head));
				ofHeads[head.index()] = learnt.of(i);
				important += variance(learnt, i) / totals[head.index()] * (head == Head.TOXIC ? TOXIC_COUNTS : 1);
			}
			builder.offer(features.feature(i), important, features.frequency(i), ofHeads);
		}
		return builder;
	}

	private double variance(Weights learnt, int feature) {
		double weight = learnt.of(feature);
		return weight * weight * features.frequency(feature);
	}

	private static Calibration calibrate(Model model, Head head, List<Example> fitting) {
		// A text that the model knows nothing of gets 0 from it.
		List<Example> known = fitting.stream()
			.filter(example -> example.is(head) || example.isNot(head))
			.filter(example -> head != Head.TOXIC || example.source().equals(Training.NATURAL))
			.filter(example -> model.score(example.text(), head) > 0)
			.toList();
		double[] scores = new double[known.size()];
		boolean[] truths = new boolean[known.size()];
		for (int i = 0; i < scores.length; i++) {
			double probability = model.score(known.get(i).text(), head);
			scores[i] = (Math.log(probability) - Math.log1p(-probability)) / SMALL_SLOPE;
			truths[i] = known.get(i).is(head);
		}
		return Calibration.fit(scores, truths);
	}

	private static Model read(byte[] bytes) {
		try {
			return Model.read(new ByteArrayInputStream(bytes));
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
	}

}
