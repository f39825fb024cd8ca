package io.parley.local.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import io.parley.local.model.LinearFit.Form;
import io.parley.local.model.LinearFit.Sample;
import io.parley.moderation.classifier.Features;
import io.parley.moderation.classifier.Head;

/** Turns examples into a model. The same examples give the same bytes. */
final class Training {

	/** Features of fewer texts are left out. */
	private static final int FEWEST_TEXTS = 3;

	/** Tasks at once; more would need more memory and not be faster on most machines. */
	private static final int THREADS = 2;

	/** The source whose share of toxic texts is that of Wikipedia. */
	static final String NATURAL = "jigsaw-train20k";

	private final List<Example> examples;

	private final List<NumberedText> texts = new ArrayList<>();

	private final FeatureIndex.Numbered features;

	/** Examples with those made of them. */
	Training(List<Example> all) {
		this.examples = List.copyOf(all);
		FeatureIndex index = new FeatureIndex();
		Features features = new Features();
		for (Example example : examples) {
			features.read(example.text());
			index.count(features);
		}
		this.features = index.number(FEWEST_TEXTS);
		for (Example example : examples) {
			features.read(example.text());
			texts.add(new NumberedText(features, index));
		}
	}

	int features() {
		return features.size();
	}

	/**
	 * Learns all heads.
	 * @param fitting what the probabilities are fitted on
	 */
	byte[] run(List<Example> fitting) {
		return new Packing(features, learn()).pack(fitting);
	}

	private Map<Head, Weights> learn() {
		LinearFit fit = new LinearFit(features);
		Map<Head, List<Future<Weights>>> parts = new EnumMap<>(Head.class);
		try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
			for (Head head : Head.values()) {
				List<Future<Weights>> ofHead = new ArrayList<>();
				List<List<Sample>> sets = new ArrayList<>();
				sets.add(samples(head, example -> true));
				if (head == Head.TOXIC) {
					// Half of the model is of the largest corpus alone, which the others
					// would blur.
					sets.add(samples(head, example -> example.corpus() == Corpus.WIKIPEDIA));
				}
				for (List<Sample> set : sets) {
					for (Form form : forms(head)) {
						ofHead.add(threads.submit(() -> fit.fit(set, form, NATURAL)));
					}
				}
				parts.put(head, ofHead);
			}
			Map<Head, Weights> learnt = new EnumMap<>(Head.class);
			for (Map.Entry<Head, List<Future<Weights>>> part : parts.entrySet()) {
				List<Weights> found = new ArrayList<>();
				for (Future<Weights> one : part.getValue()) {
					found.add(one.get());
				}
				learnt.put(part.getKey(), Weights.average(found));
			}
			return learnt;
		}
		catch (ExecutionException failure) {
			throw new IllegalStateException("A head could not be learnt", failure.getCause());
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Training was interrupted", interruption);
		}
	}

	/** What did best on texts kept out; heads with few texts need little. */
	private static List<Form> forms(Head head) {
		return switch (head) {
			case TOXIC, INSULT, OBSCENE -> List.of(Form.BY_RARITY, Form.BY_LABEL);
			case HATE -> List.of(Form.BY_RARITY);
			case SPAM -> List.of(Form.BY_WORDS);
		};
	}

	private List<Sample> samples(Head head, Predicate<Example> which) {
		List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < examples.size(); i++) {
			Example example = examples.get(i);
			if (which.test(example) && (example.is(head) || example.isNot(head))) {
				samples.add(new Sample(texts.get(i), example.source(), example.is(head)));
			}
		}
		return samples;
	}

}
