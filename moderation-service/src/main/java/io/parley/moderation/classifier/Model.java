package io.parley.moderation.classifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * Tells how likely a text is toxic, insulting, hateful, obscene or spam. One table holds
 * a small weight of each {@link Head} for each feature; the weights of a text's features
 * are added, divided by the root of their number; the sentence with the highest such sum
 * counts once more, so that one in a long text is not lost. A probability they become by
 * a logistic curve that was fitted on comments kept out of training (Platt, 1999).
 * Immutable and thread-safe; scoring takes no memory.
 */
public final class Model implements Classifier {

	/** Texts with few features are not judged by these alone. */
	public static final int FEWEST_FEATURES = 30;

	/** A file may not be larger: it travels in one record. */
	public static final int MOST_BYTES = 1 << 23;

	private static final String SHIPPED = "parley.model";

	/**
	 * One of so many features must be known for a text to be judged: of another language
	 * the model knows nothing but a few chance likenesses.
	 */
	private static final int LEAST_KNOWN = 8;

	private static final long LANES = 0x00FF00FF00FF00FFL;

	/** So many features fit into the lanes before they must be emptied. */
	private static final int BATCH = 256;

	private static final ThreadLocal<Sums> SUMS = ThreadLocal.withInitial(Sums::new);

	private final String id;

	private final List<HeadFit> heads;

	private final Table table;

	Model(String id, List<HeadFit> heads, Table table) {
		this.id = id;
		this.heads = List.copyOf(heads);
		this.table = table;
	}

	/** The model that comes with the product. */
	public static Model shipped() {
		return Shipped.MODEL;
	}

	/** The bytes of the model that comes with the product. */
	public static byte[] shippedBytes() {
		try (InputStream file = requireNonNull(Model.class.getResourceAsStream(SHIPPED))) {
			return file.readAllBytes();
		}
		catch (IOException damaged) {
			throw new UncheckedIOException(damaged);
		}
	}

	/**
	 * Reads a model to its end.
	 * @throws ModelFileException if it is none, is damaged, or was made for other
	 * features
	 * @throws IOException if it cannot be read
	 */
	public static Model read(InputStream file) throws IOException {
		return ModelFile.read(file);
	}

	/** Identifies the content: 32 hexadecimal digits of its SHA-256. */
	@Override
	public String id() {
		return this.id;
	}

	@Override
	public void score(String text, double[] probabilities) {
		Sums sums = SUMS.get();
		Features features = sums.features;
		features.read(text);
		boolean known = sum(sums) * LEAST_KNOWN >= features.wholeFirst();
		double norm = norm(features.size());
		for (int head = 0; head < probabilities.length; head++) {
			probabilities[head] = known ? this.heads.get(head).probability(sums.all[head] * norm, sums.highest[head])
					: 0;
		}
	}

	/** As {@link #score(String, double[])}, for one head. */
	public double score(String text, Head head) {
		double[] probabilities = new double[Head.values().length];
		score(text, probabilities);
		return probabilities[head.index()];
	}

	@Override
	public List<Contribution> explain(String text, Head head, int most) {
		Features features = SUMS.get().features;
		features.read(text);
		HeadFit fit = this.heads.get(head.index());
		double ofText = norm(features.size());
		int sentence = highestSentence(features, head);
		int from = features.sentence(sentence);
		int to = (sentence < features.sentences()) ? features.sentence(sentence + 1) : from;
		double ofSentence = ofText + fit.sentence() * norm(to - from);
		List<Contribution> found = new ArrayList<>();
		for (int word = 0; word < features.words(); word++) {
			int first = features.first(word);
			int sum = sum(features, first, features.first(word + 1), head);
			if (sum > 0) {
				double factor = (first >= from && first < to) ? ofSentence : ofText;
				found.add(new Contribution(features.start(word), features.end(word),
						sum * factor * fit.scale() * fit.slope()));
			}
		}
		found.sort(Comparator.comparingDouble(Contribution::weight).reversed().thenComparingInt(Contribution::start));
		return List.copyOf(found.subList(0, Math.min(most, found.size())));
	}

	private int highestSentence(Features features, Head head) {
		int highest = 0;
		double most = Double.NEGATIVE_INFINITY;
		for (int sentence = 0; sentence < features.sentences(); sentence++) {
			int from = features.sentence(sentence);
			int to = features.sentence(sentence + 1);
			double sum = sum(features, from, to, head) * norm(to - from);
			if (sum > most) {
				most = sum;
				highest = sentence;
			}
		}
		return highest;
	}

	private int sum(Features features, int from, int to, Head head) {
		int sum = 0;
		for (int i = from; i < to; i++) {
			sum += this.table.weight(features.hash(i), head);
		}
		return sum;
	}

	/** What sums are multiplied by, so that long texts are not more of anything. */
	public static double norm(int features) {
		return 1 / Math.sqrt(features + 1.0 + FEWEST_FEATURES);
	}

	/**
	 * Adds the weights of each sentence and of all; returns how many words' features are
	 * known.
	 */
	private long sum(Sums sums) {
		Features features = sums.features;
		int heads = this.heads.size();
		Arrays.fill(sums.all, 0);
		Arrays.fill(sums.highest, (features.sentences() > 0) ? Double.NEGATIVE_INFINITY : 0);
		long known = 0;
		for (int sentence = 0; sentence < features.sentences(); sentence++) {
			int from = features.sentence(sentence);
			int to = features.sentence(sentence + 1);
			known += sum(features, from, to, sums.some);
			double norm = norm(to - from);
			for (int head = 0; head < heads; head++) {
				sums.all[head] += sums.some[head];
				sums.highest[head] = Math.max(sums.highest[head], sums.some[head] * norm);
			}
		}
		sum(features, features.wholeFirst(), features.size(), sums.some);
		for (int head = 0; head < heads; head++) {
			sums.all[head] += sums.some[head];
		}
		return known;
	}

	/**
	 * Adds the weights of all heads at once, two bytes for each in two numbers; returns
	 * how many features are known.
	 */
	private long sum(Features features, int begin, int end, double[] sums) {
		long[] hashes = features.hashes();
		Table places = this.table;
		Arrays.fill(sums, -(double) Table.ZERO * (end - begin));
		long known = 0;
		for (int from = begin; from < end; from += BATCH) {
			int to = Math.min(end, from + BATCH);
			long even = 0;
			long odd = 0;
			for (int i = from; i < to; i++) {
				int place = places.place(hashes[i]);
				long weights = places.weights(place);
				even += weights & LANES;
				odd += (weights >>> 8) & LANES;
				known += (place | -place) >>> 31;
			}
			for (int head = 0; head < sums.length; head++) {
				long lanes = (head & 1) == 0 ? even : odd;
				sums[head] += lanes >>> (16 * (head >> 1)) & 0xFFFF;
			}
		}
		return known;
	}

	/** What one thread adds up, again and again. */
	private static final class Sums {

		private final Features features = new Features();

		private final double[] all = new double[Head.values().length];

		/** Of the sentence that has most; divided by the root of its features' number. */
		private final double[] highest = new double[Head.values().length];

		private final double[] some = new double[Head.values().length];

	}

	private static final class Shipped {

		private static final Model MODEL = load();

		private static Model load() {
			try (InputStream file = new ByteArrayInputStream(shippedBytes())) {
				return read(file);
			}
			catch (IOException damaged) {
				throw new UncheckedIOException(damaged);
			}
		}

	}

}
