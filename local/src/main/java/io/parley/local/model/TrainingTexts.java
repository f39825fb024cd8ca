package io.parley.local.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.parley.local.table.BadRow;
import io.parley.local.table.LabelledRow;
import io.parley.local.table.LabelledTable;
import io.parley.moderation.classifier.Head;

import static java.util.Objects.requireNonNull;

/** Reads the corpora: what is to be learnt from, and what probabilities are fitted on. */
final class TrainingTexts {

	/** Of news, only texts on whose label the judges agree: the share that says toxic. */
	private static final double AGREED_NOT = 0.2;

	private static final double AGREED = 0.9;

	/** One of so many messages teaches what is toxic: they are much alike. */
	private static final int MESSAGES_SHARE = 3;

	/** One of so many texts of Wikipedia shows what else is no spam. */
	private static final int NO_SPAM_SHARE = 10;

	private static final List<String> LABELS = List.of("toxic", "insult", "hate", "obscene", "spam");

	private final Map<Head, Set<String>> words = Map.of(Head.OBSCENE, words("obscene-words.txt"), Head.INSULT,
			words("insult-words.txt"));

	private final List<Example> training = new ArrayList<>();

	private final List<Example> fitting = new ArrayList<>();

	/**
	 * Reads all corpora of a folder.
	 * @param bad takes each row that cannot be used
	 */
	TrainingTexts(Path folder, Consumer<BadRow> bad) {
		for (Corpus corpus : Corpus.values()) {
			LabelledTable.read(folder.resolve(corpus.file()), LABELS, row -> add(corpus, row), bad);
		}
	}

	List<Example> training() {
		return training;
	}

	/** Kept out of training. */
	List<Example> fitting() {
		return fitting;
	}

	private void add(Corpus corpus, LabelledRow row) {
		if (!corpus.has(row.source())) {
			return;
		}
		if (row.split().equals("dev")) {
			fitting.add(example(corpus, row));
		}
		else if (row.split().startsWith("train") && (corpus != Corpus.NEWS || isAgreed(row.extra()))) {
			training.add(example(corpus, row));
		}
	}

	private static boolean isAgreed(String extra) {
		int at = extra.indexOf("tox_frac=");
		if (at < 0) {
			return false;
		}
		double share = Double.parseDouble(extra.substring(at + "tox_frac=".length()).split(";", 2)[0]);
		return share <= AGREED_NOT || share >= AGREED;
	}

	private Example example(Corpus corpus, LabelledRow row) {
		Map<Head, Boolean> labels = new EnumMap<>(Head.class);
		for (Head head : Head.values()) {
			if (head == Head.TOXIC && corpus == Corpus.MESSAGES && row.split().equals("train")
					&& Math.floorMod(row.line(), MESSAGES_SHARE) != 0) {
				continue;
			}
			Boolean label = row.labels().get(head.name().toLowerCase(Locale.ROOT));
			if (label != null) {
				labels.put(head, label);
			}
		}
		// Nobody has labelled these two under a free licence: a toxic text with such a
		// word stands for one.
		if (corpus == Corpus.WIKIPEDIA && row.labels().containsKey("toxic")) {
			List<String> found = Wording.words(row.text());
			words.forEach(
					(head, ofHead) -> labels.put(head, row.is("toxic") && found.stream().anyMatch(ofHead::contains)));
		}
		if (corpus == Corpus.WIKIPEDIA && row.isNot("toxic")) {
			labels.put(Head.HATE, false);
			if (Math.floorMod(row.line(), NO_SPAM_SHARE) == 0) {
				labels.put(Head.SPAM, false);
			}
		}
		return new Example(corpus, row.source(), labels, row.text());
	}

	private static Set<String> words(String file) {
		try (InputStream bytes = requireNonNull(TrainingTexts.class.getResourceAsStream(file))) {
			return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank() && !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
