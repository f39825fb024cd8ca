package io.parley.moderation.classifier;

import java.util.ArrayList;
import java.util.List;

/**
 * Packs trained weights into the bytes of a model. Of the features that share a bucket,
 * the most important ones get its places; the others are unknown to the model. Not
 * thread-safe.
 */
public final class ModelBuilder {

	/** So many that a file stays below a megabyte. */
	private static final int PLACES = 142_000;

	private static final int LARGEST = 127;

	/** How many scales are tried, each smaller by a fourth than the one before. */
	private static final int SCALES = 24;

	private static final double SMALLER = 0.75;

	private final long[] features = new long[PLACES];

	private final double[] importance = new double[PLACES];

	private final int[] frequencies = new int[PLACES];

	private final float[][] weights = new float[PLACES][];

	/**
	 * Adds a feature unless its bucket is full of more important ones. The order in which
	 * features come does not matter.
	 * @param frequency how many texts have it, so that what is frequent is kept exactly
	 * @param weightOfHeads one for each {@link Head}, in their order
	 */
	public void offer(long feature, double important, int frequency, float[] weightOfHeads) {
		int first = Table.bucket(feature, PLACES / Table.PLACES) * Table.PLACES;
		int place = first;
		while (place < first + Table.PLACES && isBefore(place, feature, important)) {
			place++;
		}
		if (place == first + Table.PLACES) {
			return;
		}
		int moved = first + Table.PLACES - 1 - place;
		System.arraycopy(this.features, place, this.features, place + 1, moved);
		System.arraycopy(this.importance, place, this.importance, place + 1, moved);
		System.arraycopy(this.frequencies, place, this.frequencies, place + 1, moved);
		System.arraycopy(this.weights, place, this.weights, place + 1, moved);
		this.features[place] = feature;
		this.importance[place] = important;
		this.frequencies[place] = frequency;
		this.weights[place] = weightOfHeads.clone();
	}

	/** Whether the feature of a place comes before another. */
	private boolean isBefore(int place, long feature, double important) {
		return this.weights[place] != null && (this.importance[place] > important
				|| (this.importance[place] == important && this.features[place] > feature));
	}

	/**
	 * The bytes of the model.
	 * @param biases the score of a text without features; one for each head, in their
	 * order
	 * @param sentences how much the sentence with the highest score counts besides the
	 * text
	 * @param slopes of the curves from scores to probabilities
	 * @param intercepts of these curves
	 */
	public byte[] build(double[] biases, double[] sentences, double[] slopes, double[] intercepts) {
		short[] checks = new short[PLACES];
		for (int i = 0; i < PLACES; i++) {
			checks[i] = (short) this.features[i];
		}
		List<HeadFit> heads = new ArrayList<>();
		List<byte[]> steps = new ArrayList<>();
		for (Head head : Head.values()) {
			int index = head.index();
			double scale = scale(index);
			byte[] ofHead = new byte[PLACES];
			for (int i = 0; i < PLACES; i++) {
				if (this.weights[i] != null) {
					ofHead[i] = step(this.weights[i][index], scale);
				}
			}
			heads.add(new HeadFit(scale, biases[index], sentences[index], slopes[index], intercepts[index]));
			steps.add(ofHead);
		}
		return ModelFile.write(heads, checks, steps);
	}

	private static byte step(double weight, double scale) {
		return (byte) Math.clamp(Math.round(weight / scale), -LARGEST, LARGEST);
	}

	/**
	 * The scale that changes scores least: a larger one cuts no weight, a smaller one is
	 * finer for those that are not cut.
	 */
	private double scale(int head) {
		double scale = 0;
		for (float[] ofHeads : this.weights) {
			scale = Math.max(scale, (ofHeads != null) ? Math.abs(ofHeads[head]) / LARGEST : 0);
		}
		double best = 1;
		double least = Double.MAX_VALUE;
		for (int i = 0; i < SCALES && scale > 0; i++) {
			double error = error(head, scale);
			if (error < least) {
				least = error;
				best = scale;
			}
			scale *= SMALLER;
		}
		return best;
	}

	private double error(int head, double scale) {
		double error = 0;
		for (int i = 0; i < PLACES; i++) {
			if (this.weights[i] != null) {
				double weight = this.weights[i][head];
				double lost = weight - step(weight, scale) * scale;
				error += lost * lost * this.frequencies[i];
			}
		}
		return error;
	}

}
