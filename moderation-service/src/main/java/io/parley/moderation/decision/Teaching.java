package io.parley.moderation.decision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.parley.contract.Decision;
import io.parley.contract.Review;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.WordNumbers;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.CommentJudged;
import io.parley.moderation.signal.Observation;

/** What a review teaches about the model. */
final class Teaching {

	private static final double STEPS = 10_000;

	private Teaching() {
	}

	/**
	 * Something about the probabilities that live rules found too high; if no rule found
	 * anything, about which is highest of the two that say all. A comment that other
	 * rules stopped says nothing about the model, nor one whose text is kept no longer.
	 */
	static List<Observation> of(Review review, Decision inForce, ModerationState state, Policy policy) {
		Classifier model = policy.learning();
		Recent recent = (model != null) ? state.recent(inForce.authorKey(), inForce.commentId()) : null;
		if (model == null || recent == null || recent.comment().revision() != review.revision()) {
			return List.of();
		}
		String text = recent.comment().body();
		double[] scores = new double[Head.values().length];
		model.score(text, scores);
		Map<String, Double> probabilities = new TreeMap<>();
		for (Head head : Policy.scored(inForce)) {
			probabilities.put(head.name(), rounded(scores[head.index()]));
		}
		if (probabilities.isEmpty()) {
			if (!inForce.hits().isEmpty()) {
				return List.of();
			}
			Head likelier = (scores[Head.SPAM.index()] > scores[Head.TOXIC.index()]) ? Head.SPAM : Head.TOXIC;
			probabilities.put(likelier.name(), rounded(scores[likelier.index()]));
		}
		return List.of(new CommentJudged(review.site(), review.commentId(), review.reviewId(), review.reviewedAt(),
				review.verdict(), model.id(), CommentJudged.words(WordNumbers.of(text)), probabilities));
	}

	/** The last bits of a logarithm may differ between processors. */
	private static double rounded(double probability) {
		return Math.round(probability * STEPS) / STEPS;
	}

}
