package io.parley.local.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import io.parley.contract.CorrectionLearned;
import io.parley.contract.Signal;
import io.parley.contract.Verdict;
import io.parley.local.model.ScoredTexts.Scored;
import io.parley.moderation.classifier.Correction;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.WordNumbers;
import io.parley.moderation.learning.LearningFold;
import io.parley.moderation.signal.CommentJudged;
import io.parley.moderation.signal.MemoryKeyValues;

/**
 * Lets moderators of several kinds review the first half of the texts that a model is
 * unsure of, and measures the second half before and after.
 */
final class ReviewSimulation {

	/** Texts outside are decided without a moderator. */
	private static final double LEAST = 0.02;

	private static final double MOST = 0.98;

	private static final String SITE = "site";

	private static final Set<String> PEOPLE = Set.of("gay", "lesbian", "jew", "jews", "jewish", "muslim", "muslims",
			"islam", "black", "blacks", "women", "woman", "immigrants", "mexican", "mexicans", "christian",
			"christians");

	private final Head head;

	private final List<Scored> reviewed = new ArrayList<>();

	private final List<Scored> measured = new ArrayList<>();

	/** The same texts are always in the same order. */
	ReviewSimulation(Head head, List<Scored> texts) {
		this.head = head;
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
			CorrectionLearned learned = learned(moderators);
			Correction correction = new Correction(learned.heads().getOrDefault(head.name(), new TreeMap<>()));
			double furthest = 0;
			double ofNamed = 0;
			int named = 0;
			List<Scored> corrected = new ArrayList<>();
			for (Scored text : measured) {
				double probability = correction.corrected(WordNumbers.of(text.text()), text.probability());
				double change = probability - text.probability();
				furthest = Math.max(furthest, Math.abs(change));
				if (!text.truth() && namesPeople(text)) {
					ofNamed += change;
					named++;
				}
				corrected.add(new Scored(text.text(), probability, text.truth()));
			}
			lines.add(String.format(Locale.ROOT, "%s reviews=%d auc=%.4f furthest=%.3f people=%+.4f %s",
					moderators.name().toLowerCase(Locale.ROOT), reviewed.size(), ScoredTexts.area(corrected), furthest,
					ofNamed / Math.max(1, named), learned.heads().isEmpty() ? "not applied" : "applied"));
		}
		return lines;
	}

	/** What is told last of these reviews, one after the other. */
	private CorrectionLearned learned(Moderators moderators) {
		LearningFold fold = new LearningFold(new MemoryKeyValues());
		CorrectionLearned last = CorrectionLearned.nothing(SITE, 0);
		Random random = new Random(2);
		for (int i = 0; i < reviewed.size(); i++) {
			Scored text = reviewed.get(i);
			Verdict verdict = moderators.reject(text, random) ? Verdict.REJECT : Verdict.APPROVE;
			for (Signal signal : fold.on(new CommentJudged(SITE, "comment " + i, "review " + i,
					Instant.EPOCH.plusSeconds(i + 1L), verdict, "model",
					CommentJudged.words(WordNumbers.of(text.text())), Map.of(head.name(), text.probability())), 0)) {
				last = (CorrectionLearned) signal;
			}
		}
		return last;
	}

	private static boolean namesPeople(Scored text) {
		return Wording.words(text.text()).stream().anyMatch(PEOPLE::contains);
	}

	/** Who reviews. */
	private enum Moderators {

		HONEST {
			@Override
			boolean reject(Scored text, Random random) {
				return text.truth();
			}
		},
		/** Wrong in one of five. */
		CARELESS {
			@Override
			boolean reject(Scored text, Random random) {
				return text.truth() != (random.nextInt(5) == 0);
			}
		},
		/** Of what they should reject they approve half. */
		LENIENT {
			@Override
			boolean reject(Scored text, Random random) {
				return text.truth() && random.nextBoolean();
			}
		},
		/** One of four always decides the wrong way. */
		ONE_HOSTILE {
			@Override
			boolean reject(Scored text, Random random) {
				return text.truth() != (random.nextInt(4) == 0);
			}
		},
		/** Whatever names certain people is rejected. */
		BIASED {
			@Override
			boolean reject(Scored text, Random random) {
				return text.truth() || namesPeople(text);
			}
		},
		ALL_REJECTED {
			@Override
			boolean reject(Scored text, Random random) {
				return true;
			}
		},
		ALL_APPROVED {
			@Override
			boolean reject(Scored text, Random random) {
				return false;
			}
		},
		DICE {
			@Override
			boolean reject(Scored text, Random random) {
				return random.nextBoolean();
			}
		},
		/** Always the wrong way. */
		HOSTILE {
			@Override
			boolean reject(Scored text, Random random) {
				return !text.truth();
			}
		};

		abstract boolean reject(Scored text, Random random);

	}

}
