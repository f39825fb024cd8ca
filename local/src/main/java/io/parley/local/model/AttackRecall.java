package io.parley.local.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

import io.parley.local.model.ScoredTexts.Scored;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Model;

/** What a model still finds when the strongest words of each text are disguised. */
final class AttackRecall {

	private static final int WORDS = 3;

	private static final double FALSE_POSITIVES = 0.05;

	private AttackRecall() {
	}

	/** A line for each attack: the share that is found, and that of the clean texts. */
	static List<String> lines(Model model, ScoredTexts texts) {
		String head = texts.head().name().toLowerCase(Locale.ROOT);
		double[] negatives = texts.texts()
			.stream()
			.filter(text -> !text.truth())
			.mapToDouble(Scored::probability)
			.sorted()
			.toArray();
		List<Scored> positives = texts.texts().stream().filter(Scored::truth).toList();
		if (negatives.length == 0 || positives.isEmpty()) {
			return List.of();
		}
		double threshold = negatives[(int) Math.min(negatives.length - 1L,
				Math.round(negatives.length * (1 - FALSE_POSITIVES)))];
		double clean = positives.stream().filter(text -> text.probability() > threshold).count();
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "%s clean recall=%.4f", head, clean / positives.size()));
		for (Attack attack : Attack.values()) {
			SplittableRandom random = new SplittableRandom(attack.name().length());
			double found = 0;
			for (Scored text : positives) {
				Set<String> chosen = strongest(model, texts, text.text());
				String disguised = Disguise.words(text.text(), chosen::contains, attack, random);
				found += (model.score(disguised, texts.head()) > threshold) ? 1 : 0;
			}
			lines.add(String.format(Locale.ROOT, "%s %s recall=%.4f of-clean=%.3f", head,
					attack.name().toLowerCase(Locale.ROOT).replace('_', '-'), found / positives.size(), found / clean));
		}
		return lines;
	}

	private static Set<String> strongest(Model model, ScoredTexts texts, String text) {
		Set<String> chosen = new HashSet<>();
		for (Classifier.Contribution word : model.explain(text, texts.head(), Integer.MAX_VALUE)) {
			List<String> found = Wording.words(text.substring(word.start(), word.end()));
			found.stream().filter(part -> part.length() >= Attack.SHORTEST).forEach(part -> {
				if (chosen.size() < WORDS) {
					chosen.add(part);
				}
			});
			if (chosen.size() >= WORDS) {
				break;
			}
		}
		return chosen;
	}

}
