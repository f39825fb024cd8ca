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
 * @param own how the revision counts for its author unless a moderator decides; null if
 * as the decision says
 * @param ruling the review of a campaign by which a moderator decided, or null
 * @param language in which the author is told a moderator's reason; null if it does not
 * matter
 */
public record CommentRecord(@Nullable Decision decision, List<String> reviewIds, @Nullable Counted own,
		@Nullable String ruling, @Nullable String language) {

	/** A review that is published again comes soon after; older ones may be forgotten. */
	private static final int REVIEWS_LIMIT = 16;

	private static final CommentRecord WITHDRAWN = new CommentRecord(null, List.of(), null, null, null);

	public CommentRecord {
		reviewIds = List.copyOf(requireNonNull(reviewIds, "reviewIds"));
	}

	/** A revision with its first decision. */
	static CommentRecord of(Moderated moderated, @Nullable String language) {
		Decision decision = moderated.decision();
		return new CommentRecord(decision, List.of(), (moderated.own() == decision.verdict()) ? null
				: new Counted(moderated.own(), false, decision.decidedAt()), null, language);
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
					.toList(),
				counted(), null, language);
	}

	/** With the decision that a review of the whole campaign led to. */
	CommentRecord ruled(String reviewId, Decision byModerator) {
		return new CommentRecord(byModerator, reviewIds, counted(), reviewId, language);
	}

	/** With the decision that followed when more was known of others. */
	CommentRecord reconsidered(Decision again) {
		return new CommentRecord(again, reviewIds, counted(), null, language);
	}

	/** Whether a moderator decided about this very comment. */
	boolean isReviewed() {
		return ruling == null && decision != null && decision.source() == DecisionSource.MODERATOR;
	}

	private @Nullable Counted counted() {
		return (own != null || decision == null) ? own : new Counted(decision.verdict(), false, decision.decidedAt());
	}

	/** How a decision of this record counts for the author. */
	Counted counts(Decision decision) {
		if (decision.source() == DecisionSource.MODERATOR) {
			return new Counted(decision.verdict(), true, decision.decidedAt());
		}
		return (own != null) ? own : new Counted(decision.verdict(), false, decision.decidedAt());
	}

	boolean knows(String reviewId) {
		return reviewIds.contains(reviewId);
	}

	boolean isLatest(String reviewId) {
		return !reviewIds.isEmpty() && reviewIds.getLast().equals(reviewId);
	}

}
