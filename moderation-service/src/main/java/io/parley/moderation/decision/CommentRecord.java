package io.parley.moderation.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.moderation.author.Counted;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a comment. Immutable and of bounded size; kept as JSON between
 * events.
 *
 * @param decision the decision in force; null once the comment is withdrawn
 * @param reviewIds the latest reviews of the revision in force, in their order
 */
public record CommentRecord(@Nullable Decision decision, List<String> reviewIds) {

	/** A review that is published again comes soon after; older ones may be forgotten. */
	private static final int REVIEWS_LIMIT = 16;

	private static final CommentRecord WITHDRAWN = new CommentRecord(null, List.of());

	public CommentRecord {
		reviewIds = List.copyOf(requireNonNull(reviewIds, "reviewIds"));
	}

	/** A revision with its first decision. */
	static CommentRecord of(Decision decision) {
		return new CommentRecord(decision, List.of());
	}

	static CommentRecord withdrawn() {
		return WITHDRAWN;
	}

	/** With the decision that a review led to. */
	CommentRecord reviewed(String reviewId, Decision byModerator) {
		return new CommentRecord(byModerator,
				Stream
					.concat(reviewIds.stream().skip(Math.max(0, reviewIds.size() - REVIEWS_LIMIT + 1)),
							Stream.of(reviewId))
					.toList());
	}

	/** How a decision of this record counts for the author. */
	Counted counts(Decision decision) {
		return new Counted(decision.verdict(), decision.source() == DecisionSource.MODERATOR, decision.decidedAt());
	}

	boolean knows(String reviewId) {
		return reviewIds.contains(reviewId);
	}

	boolean isLatest(String reviewId) {
		return !reviewIds.isEmpty() && reviewIds.getLast().equals(reviewId);
	}

}
