package io.parley.moderation.decision;

import java.util.List;

import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Rule;

/**
 * Decides about one revision of a comment. A pure function: its clock is the event's
 * time.
 */
public final class Moderator {

	private static final String BY_RULES = "rules";

	private Moderator() {
	}

	/**
	 * The first decision about a revision. Never throws on account of the policy: what
	 * cannot be evaluated is listed as degraded, and the policy's {@code onError} is the
	 * mildest verdict then.
	 * @param history the author's, with the submission and its text but without its
	 * verdict
	 */
	public static Decision moderate(CommentContent comment, AuthorHistory history, Policy policy) {
		Findings findings = Findings.of(() -> policy.evaluate(comment, history.asOf(comment)));
		Ruling ruling = rule(findings.live(), findings.unknownLive(), policy);
		Ruling shadowRuling = rule(findings.liveAndShadow(), !findings.degraded().isEmpty(), policy);
		return new Decision(DecisionId.of(comment.commentId(), comment.revision(), policy.hash(), BY_RULES),
				comment.commentId(), comment.revision(), 1, comment.site(), comment.threadId(), comment.authorKey(),
				ruling.verdict(), DecisionSource.RULES, ruling.score(), policy.bands(), policy.hash(), findings.hits(),
				shadowRuling.verdict(), findings.degraded(), PublicReasons.of(ruling, policy), null,
				comment.occurredAt());
	}

	/**
	 * The decision that a moderator's review leads to. It keeps what the rules had found,
	 * as the moderator saw it.
	 */
	static Decision review(Review review, Decision inForce, Policy policy) {
		return new Decision(
				DecisionId.of(inForce.commentId(), inForce.revision(), inForce.policyHash(), review.reviewId()),
				inForce.commentId(), inForce.revision(), inForce.ordinal() + 1, inForce.site(), inForce.threadId(),
				inForce.authorKey(), review.verdict(), DecisionSource.MODERATOR, inForce.score(), inForce.bands(),
				inForce.policyHash(), inForce.hits(), inForce.shadowVerdict(), inForce.degraded(),
				PublicReasons.of(review.verdict(), review.reason(), policy), review.moderator(), review.occurredAt());
	}

	private static Ruling rule(List<Rule> matched, boolean unknown, Policy policy) {
		return Ruling.of(matched, policy.bands(), unknown ? policy.onError() : Verdict.APPROVE);
	}

}
