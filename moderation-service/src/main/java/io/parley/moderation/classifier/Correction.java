package io.parley.moderation.classifier;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the reviews of a site's moderators teach about a {@link Head}: how much likelier
 * or less likely than a model says texts with certain words are to be rejected there.
 * Linear, learnt review by review with steps of bounded size, and bounded itself, so that
 * no number of reviews can turn what is plain into its opposite. Nothing is corrected
 * before {@link #NEEDED} reviews, nor while the corrections foretell reviews worse than
 * the model. Weights are whole numbers: the same reviews in the same order give the same
 * bytes on every machine. Not thread-safe.
 */
public final class Correction {

	/** Reviews before anything is corrected. */
	public static final int NEEDED = 200;

	/** The most that a score is corrected by: logarithm of the odds, either way. */
	public static final double LARGEST = 1.5;

	/** Of the bytes of {@link #encode}. */
	private static final byte FORMAT = 1;

	private static final int WEIGHTS = 1 << 12;

	/** How far one review moves the score of its own text at most. */
	private static final double STEP = 0.2;

	/** How far it moves the share of rejections that is expected among reviews. */
	private static final double SHARE_STEP = 0.05;

	/** What is left of a weight when a review comes by it. */
	private static final double KEPT = 0.998;

	/** What one step of a weight is worth. */
	private static final double UNIT = 1.0 / (1 << 16);

	/** What is left of the comparison with the model after each review. */
	private static final double REMEMBERED = 0.995;

	/** A model is surer than a review can tell. */
	private static final double SUREST = 6;

	private static final int BYTES = Byte.BYTES + Integer.BYTES + 3 * Long.BYTES + Short.BYTES * WEIGHTS;

	private final short[] weights = new short[WEIGHTS];

	private final Features features = new Features();

	private int reviews;

	/**
	 * How the share of rejections among reviewed texts differs from what the model
	 * expects. Which texts are reviewed is no accident, so it is learnt and not applied.
	 */
	private double share;

	/**
	 * By how much the corrections foretold reviews better than the model alone, lately.
	 */
	private double gained;

	private double shareAlone;

	/** How many reviews it has learnt from. */
	public int reviews() {
		return this.reviews;
	}

	/** Whether scores are corrected at all. */
	public boolean applies() {
		return this.reviews >= NEEDED && this.gained > 0;
	}

	/**
	 * A probability, corrected.
	 * @param probability by the model
	 */
	public double corrected(String text, double probability) {
		if (!applies()) {
			return probability;
		}
		this.features.read(text);
		return logistic(logarithmOfOdds(probability) + correction());
	}

	/**
	 * Learns from a review.
	 * @param probability by the model
	 * @param rejected by the moderator
	 */
	public void learn(String text, double probability, boolean rejected) {
		this.features.read(text);
		double truth = rejected ? 1 : 0;
		double score = logarithmOfOdds(probability);
		double correction = correction();
		double alone = logistic(score + this.shareAlone);
		double foretold = logistic(score + this.share + correction);
		this.gained = this.gained * REMEMBERED + loss(alone, rejected) - loss(foretold, rejected);
		this.shareAlone = bounded(this.shareAlone + SHARE_STEP * (truth - alone), SUREST);
		this.share = bounded(this.share + SHARE_STEP * (truth - foretold), SUREST);
		double step = STEP * (truth - foretold) / root() / UNIT;
		for (int i = 0; i < this.features.wholeFirst(); i++) {
			long feature = this.features.hash(i);
			if (Features.isWord(feature)) {
				int place = place(feature);
				this.weights[place] = (short) Math.clamp(Math.round(this.weights[place] * KEPT + step), Short.MIN_VALUE,
						Short.MAX_VALUE);
			}
		}
		this.reviews = Math.min(Integer.MAX_VALUE - 1, this.reviews) + 1;
	}

	/** All that there is to remember. */
	public byte[] encode() {
		ByteBuffer bytes = ByteBuffer.allocate(BYTES);
		bytes.put(FORMAT).putInt(this.reviews).putDouble(this.share).putDouble(this.shareAlone).putDouble(this.gained);
		for (short weight : this.weights) {
			bytes.putShort(weight);
		}
		return bytes.array();
	}

	/**
	 * What was remembered.
	 * @throws IllegalArgumentException if the bytes are not those of {@link #encode}
	 */
	public static Correction decode(byte[] encoded) {
		if (encoded.length != BYTES || encoded[0] != FORMAT) {
			throw new IllegalArgumentException("No correction of format " + FORMAT);
		}
		ByteBuffer bytes = ByteBuffer.wrap(encoded, 1, BYTES - 1);
		Correction correction = new Correction();
		correction.reviews = bytes.getInt();
		correction.share = bytes.getDouble();
		correction.shareAlone = bytes.getDouble();
		correction.gained = bytes.getDouble();
		for (int i = 0; i < WEIGHTS; i++) {
			correction.weights[i] = bytes.getShort();
		}
		return correction;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Correction that && Arrays.equals(encode(), that.encode());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.weights);
	}

	/** Of the text that was read last. */
	private double correction() {
		long sum = 0;
		for (int i = 0; i < this.features.wholeFirst(); i++) {
			long feature = this.features.hash(i);
			sum += Features.isWord(feature) ? this.weights[place(feature)] : 0;
		}
		return bounded(sum * UNIT / root(), LARGEST);
	}

	private double root() {
		int words = 1;
		for (int i = 0; i < this.features.wholeFirst(); i++) {
			words += Features.isWord(this.features.hash(i)) ? 1 : 0;
		}
		return Math.sqrt(words);
	}

	private static int place(long feature) {
		return (int) (feature >>> 40) & (WEIGHTS - 1);
	}

	private static double loss(double probability, boolean truth) {
		return -StrictMath.log(truth ? probability : 1 - probability);
	}

	private static double logarithmOfOdds(double probability) {
		return bounded(StrictMath.log(probability / (1 - probability)), SUREST);
	}

	private static double logistic(double score) {
		return 1 / (1 + StrictMath.exp(-score));
	}

	private static double bounded(double number, double limit) {
		return Math.clamp(number, -limit, limit);
	}

}
