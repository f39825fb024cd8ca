package io.parley.local.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.parley.local.table.LabelledRow;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import org.jspecify.annotations.Nullable;

/** Texts with the probability that a model gives of a head, and what is true of them. */
record ScoredTexts(Head head, List<Scored> texts) {

	private static final int BINS = 15;

	ScoredTexts {
		texts = List.copyOf(texts);
	}

	static ScoredTexts of(Model model, Head head, List<LabelledRow> rows) {
		String label = head.name().toLowerCase(Locale.ROOT);
		return new ScoredTexts(head,
				rows.stream()
					.map(row -> new Scored(row.text(), model.score(row.text(), head), row.is(label)))
					.toList());
	}

	boolean isEmpty() {
		return texts.isEmpty();
	}

	int size() {
		return texts.size();
	}

	/**
	 * The share of pairs of a text with the label and one without in which the first has
	 * the higher probability; ties count half. NaN if there are no pairs.
	 */
	double area() {
		return area(texts);
	}

	static double area(List<Scored> texts) {
		List<Scored> sorted = new ArrayList<>(texts);
		sorted.sort(Comparator.comparingDouble(Scored::probability));
		double ranks = 0;
		double positives = 0;
		for (int i = 0; i < sorted.size();) {
			int end = i;
			int truths = 0;
			while (end < sorted.size() && sorted.get(end).probability() == sorted.get(i).probability()) {
				truths += sorted.get(end).truth() ? 1 : 0;
				end++;
			}
			ranks += truths * (i + 1 + end) / 2.0;
			positives += truths;
			i = end;
		}
		return (ranks - positives * (positives + 1) / 2) / (positives * (sorted.size() - positives));
	}

	/**
	 * The mean distance of probabilities from shares of truth, over bins of equal width
	 * (expected calibration error).
	 * @param prevalence the share of truths to weigh for; null for the texts' own
	 */
	double calibrationError(@Nullable Double prevalence) {
		double positives = texts.stream().filter(Scored::truth).count();
		double ofTrue = (prevalence != null) ? prevalence / positives : 1.0 / size();
		double ofFalse = (prevalence != null) ? (1 - prevalence) / (size() - positives) : 1.0 / size();
		double[] expected = new double[BINS];
		double[] found = new double[BINS];
		for (Scored text : texts) {
			int bin = Math.min(BINS - 1, (int) (text.probability() * BINS));
			expected[bin] += text.probability() * (text.truth() ? ofTrue : ofFalse);
			found[bin] += text.truth() ? ofTrue : 0;
		}
		double error = 0;
		for (int bin = 0; bin < BINS; bin++) {
			error += Math.abs(expected[bin] - found[bin]);
		}
		return error;
	}

	/** A text with a probability and the truth. */
	record Scored(String text, double probability, boolean truth) {

	}

}
