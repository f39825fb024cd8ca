package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.parley.contract.Verdict;

/**
 * A moderator decided about a comment that a model scored. Of several reviews of a
 * comment the latest counts; one that holds it takes the others back.
 *
 * @param at when the moderator decided
 * @param model by its id
 * @param words the numbers of the comment's words
 * @param probabilities by the model, of what the review says something about
 */
public record CommentJudged(String site, String commentId, String reviewId, Instant at, Verdict verdict, String model,
		List<Integer> words, Map<String, Double> probabilities) implements Observation {

	public CommentJudged {
		requireNonNull(site, "site");
		requireNonNull(commentId, "commentId");
		requireNonNull(reviewId, "reviewId");
		requireNonNull(at, "at");
		requireNonNull(verdict, "verdict");
		requireNonNull(model, "model");
		words = List.copyOf(requireNonNull(words, "words"));
		probabilities = new TreeMap<>(requireNonNull(probabilities, "probabilities"));
	}

	/** With the numbers of words as they are computed. */
	public static List<Integer> words(int[] numbers) {
		return Arrays.stream(numbers).boxed().toList();
	}

	/** One task sees all reviews of a site. */
	@Override
	public String key() {
		return site;
	}

}
