package io.parley.local.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.parley.local.model.ScoredTexts.Scored;
import io.parley.moderation.classifier.Correction;

/**
 * Lets moderators of several kinds review the first half of the texts that a model is
 * unsure of, and measures the second half before and after.
 */
final class ReviewSimulation {

	/** Texts outside are decided without a moderator. */
	private static final double LEAST = 0.02;

	private static final double MOST = 0.98;

	private final List<Scored> reviewed = new ArrayList<>();

	private final List<Scored> measured = new ArrayList<>();

	/** The same texts are always in the same order. */
	ReviewSimulation(List<Scored> texts) {
		List<Scored> mixed = new ArrayList<>(texts);
		Collections.shuffle(mixed, new Random(1));
		for (Scored text : mixed) {
			if (reviewed.size() + measured.size() < mixed.size() / 2) {
				if (text.probability() >= LEAST && text.probability() <= MOST) {
					reviewed.add(text);
				}
				else {
					measured.add(text);
				}
			}
			else {
				measured.add(text);
			}
		}
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.ROOT, "no reviews auc=%.4f n=%d", ScoredTexts.area(measured), measured.size()));
		for (Moderators moderators : Moderators.values()) {
			Correction correction = new Correction();
			Random random = new Random(2);
			for (Scored text : reviewed) {
				correction.learn(text.text(), text.probability(), moderators.reject(text.truth(), random));
			}
			double furthest = 0;
			List<Scored> corrected = new ArrayList<>();
			for (Scored text : measured) {
				double probability = correction.corrected(text.text(), text.probability());
				furthest = Math.max(furthest, Math.abs(probability - text.probability()));
				corrected.add(new Scored(text.text(), probability, text.truth()));
			}
			lines.add(String.format(Locale.ROOT, "%s reviews=%d auc=%.4f furthest=%.3f %s",
					moderators.name().toLowerCase(Locale.ROOT), correction.reviews(), ScoredTexts.area(corrected),
					furthest, correction.applies() ? "applied" : "not applied"));
		}
		return lines;
	}

	/** Who reviews. */
	private enum Moderators {

		HONEST {
			@Override
			boolean reject(boolean truth, Random random) {
				return truth;
			}
		},
		/** Wrong in one of five. */
		CARELESS {
			@Override
			boolean reject(boolean truth, Random random) {
				return truth != (random.nextInt(5) == 0);
			}
		},
		/** Of what they should reject they approve half. */
		LENIENT {
			@Override
			boolean reject(boolean truth, Random random) {
				return truth && random.nextBoolean();
			}
		},
		ALL_REJECTED {
			@Override
			boolean reject(boolean truth, Random random) {
				return true;
			}
		},
		DICE {
			@Override
			boolean reject(boolean truth, Random random) {
				return random.nextBoolean();
			}
		},
		/** Always the wrong way. */
		HOSTILE {
			@Override
			boolean reject(boolean truth, Random random) {
				return !truth;
			}
		};

		abstract boolean reject(boolean truth, Random random);

	}

}
