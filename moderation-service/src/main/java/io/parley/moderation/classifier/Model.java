package io.parley.moderation.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static java.util.Objects.requireNonNull;

/**
 * Tells how likely a text is toxic, insulting, hateful, obscene or spam. One table holds
 * a small weight of each {@link Head} for each feature; the weights of a text's features
 * are added, divided by the root of their number, and turned into a probability by a
 * logistic curve that was fitted on comments kept out of training (Platt, 1999).
 * Immutable and thread-safe; scoring takes no memory.
 */
public final class Model implements Classifier {

	/** Texts with few features are not judged by these alone. */
	public static final int FEWEST_FEATURES = 30;

	private static final String SHIPPED = "parley.model";

	/**
	 * One of so many features must be known for a text to be judged: of another language
	 * the model knows nothing but a few chance likenesses.
	 */
	private static final int LEAST_KNOWN = 8;

	private static final long LANES = 0x00FF00FF00FF00FFL;

	/** The bits by which features of one bucket are told apart. */
	private static final int CHECK = 0xFFFF;

	/** The features of one bucket; they lie side by side, so that one look finds all. */
	static final int PLACES = 4;

	/** So many features fit into the lanes before they must be emptied. */
	private static final int BATCH = 256 / PLACES;

	private static final ThreadLocal<Features> FEATURES = ThreadLocal.withInitial(Features::new);

	private final String id;

	private final List<HeadFit> heads;

	/**
	 * A feature: in the lowest two bytes, the bits that tell it from others of its
	 * bucket, then a weight plus {@link ModelFile#ZERO} of each head.
	 */
	private final long[] table;

	Model(String id, List<HeadFit> heads, long[] table) {
		this.id = id;
		this.heads = List.copyOf(heads);
		this.table = table;
	}

	/** The model that comes with the product. */
	public static Model shipped() {
		return Shipped.MODEL;
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
		Features features = FEATURES.get();
		features.read(text);
		boolean known = sum(features, probabilities) * LEAST_KNOWN >= features.size();
		double norm = norm(features.size());
		for (int head = 0; head < probabilities.length; head++) {
			probabilities[head] = known ? this.heads.get(head).probability(probabilities[head] * norm) : 0;
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
		Features features = FEATURES.get();
		features.read(text);
		HeadFit fit = this.heads.get(head.index());
		double factor = norm(features.size()) * fit.scale() * fit.slope();
		List<Contribution> found = new ArrayList<>();
		for (int word = 0; word < features.words(); word++) {
			int sum = 0;
			for (int i = features.first(word); i < features.first(word + 1); i++) {
				sum += weight(features.hash(i), head);
			}
			if (sum > 0) {
				found.add(new Contribution(features.start(word), features.end(word), sum * factor));
			}
		}
		found.sort(Comparator.comparingDouble(Contribution::weight).reversed().thenComparingInt(Contribution::start));
		return List.copyOf(found.subList(0, Math.min(most, found.size())));
	}

	/** What sums are multiplied by, so that long texts are not more of anything. */
	public static double norm(int features) {
		return 1 / Math.sqrt(features + 1.0 + FEWEST_FEATURES);
	}

	private int weight(long hash, Head head) {
		int first = bucket(hash, this.table.length / PLACES) * PLACES;
		int sum = 0;
		for (int place = first; place < first + PLACES; place++) {
			long there = this.table[place];
			if (((there ^ hash) & CHECK) == 0) {
				sum += (int) (there >>> (8 * (head.index() + 2)) & 0xFF) - ModelFile.ZERO;
			}
		}
		return sum;
	}

	/**
	 * Adds the weights of all heads at once, two bytes for each in two numbers; returns
	 * how many features are known.
	 */
	private long sum(Features features, double[] sums) {
		long[] hashes = features.hashes();
		long[] places = this.table;
		int buckets = places.length / PLACES;
		int size = features.size();
		for (int head = 0; head < sums.length; head++) {
			sums[head] = 0;
		}
		long all = 0;
		for (int from = 0; from < size; from += BATCH) {
			int to = Math.min(size, from + BATCH);
			long even = 0;
			long odd = 0;
			long known = 0;
			for (int i = from; i < to; i++) {
				long hash = hashes[i];
				int first = bucket(hash, buckets) * PLACES;
				for (int place = first; place < first + PLACES; place++) {
					long there = places[place];
					// All ones if it is the feature, else nothing.
					long same = (((there ^ hash) & CHECK) - 1) >> 63;
					even += (there >>> 16) & LANES & same;
					odd += (there >>> 24) & LANES & same;
					known -= same;
				}
			}
			all += known;
			for (int head = 0; head < sums.length; head++) {
				long lanes = (head & 1) == 0 ? even : odd;
				sums[head] += (lanes >>> (16 * (head >> 1)) & 0xFFFF) - known * ModelFile.ZERO;
			}
		}
		return all;
	}

	/** The bucket of a feature: its upper half, scaled to the number of buckets. */
	static int bucket(long hash, int buckets) {
		return (int) (((hash >>> 32) * buckets) >>> 32);
	}

	private static final class Shipped {

		private static final Model MODEL = load();

		private static Model load() {
			try (InputStream file = requireNonNull(Model.class.getResourceAsStream(SHIPPED))) {
				return read(file);
			}
			catch (IOException damaged) {
				throw new UncheckedIOException(damaged);
			}
		}

	}

}
