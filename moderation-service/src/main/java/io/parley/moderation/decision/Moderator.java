package io.parley.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.parley.contract.CampaignSeen;
import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Hit;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Rule;
import io.parley.moderation.policy.Surroundings;
import org.jspecify.annotations.Nullable;

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
	 * @param surroundings what is known of others by now
	 */
	static Moderated moderate(CommentContent comment, AuthorHistory history, Surroundings surroundings, Policy policy) {
		return decide(new Recent(comment, history), surroundings, policy, 1, DecisionSource.RULES,
				comment.occurredAt());
	}

	/**
	 * The decision about a revision by the same policy when more is known of others.
	 * @param at when it became known
	 */
	static Decision reconsider(Recent recent, Surroundings surroundings, Decision inForce, Policy policy, Instant at) {
		return decide(recent, surroundings, policy, inForce.ordinal() + 1, DecisionSource.RETRO, at).decision();
	}

	/** Whether two decisions say the same for the same reasons. */
	static boolean isSame(Decision one, Decision other) {
		return one.verdict() == other.verdict() && one.score() == other.score()
				&& one.shadowVerdict() == other.shadowVerdict() && one.degraded().equals(other.degraded())
				&& Objects.equals(one.publicReason(), other.publicReason())
				&& one.hits().stream().map(Hit::rule).toList().equals(other.hits().stream().map(Hit::rule).toList());
	}

	private static Moderated decide(Recent recent, Surroundings surroundings, Policy policy, int ordinal,
			DecisionSource source, Instant at) {
		CommentContent comment = recent.comment();
		Findings findings = Findings.of(() -> policy.evaluate(comment, recent.history().asOf(comment), surroundings));
		Ruling ruling = rule(findings.live(), findings.unknownLive(), policy);
		Ruling shadowRuling = rule(findings.liveAndShadow(), !findings.degraded().isEmpty(), policy);
		Ruling own = rule(findings.live().stream().filter(rule -> !rule.late()).toList(), findings.unknownOwn(),
				policy);
		String trigger = (source == DecisionSource.RULES) ? BY_RULES : "retro " + ordinal;
		return new Moderated(new Decision(
				DecisionId.of(comment.commentId(), comment.revision(), policy.hash(), trigger), comment.commentId(),
				comment.revision(), ordinal, comment.site(), comment.threadId(), comment.authorKey(), ruling.verdict(),
				source, ruling.score(), policy.bands(), policy.hash(), findings.hits(), shadowRuling.verdict(),
				findings.degraded(), PublicReasons.of(ruling, comment, policy), null, at), own.verdict());
	}

	/** The decision about a comment of a campaign that a moderator confirmed. */
	static Decision confirmed(CampaignSeen.Ruling ruling, Decision inForce, Policy policy) {
		return byModerator(inForce, Verdict.REJECT, PublicReasons.of(Verdict.REJECT, (String) null, policy),
				ruling.moderator(), ruling.reviewId(), ruling.ruledAt());
	}

	/**
	 * The decision that a moderator's review leads to. It keeps what the rules had found,
	 * as the moderator saw it.
	 */
	static Decision review(Review review, Decision inForce, Policy policy) {
		return byModerator(inForce, review.verdict(), PublicReasons.of(review.verdict(), review.reason(), policy),
				review.moderator(), review.reviewId(), review.occurredAt());
	}

	private static Decision byModerator(Decision inForce, Verdict verdict, Decision.@Nullable PublicReason reason,
			String moderator, String trigger, Instant at) {
		return new Decision(DecisionId.of(inForce.commentId(), inForce.revision(), inForce.policyHash(), trigger),
				inForce.commentId(), inForce.revision(), inForce.ordinal() + 1, inForce.site(), inForce.threadId(),
				inForce.authorKey(), verdict, DecisionSource.MODERATOR, inForce.score(), inForce.bands(),
				inForce.policyHash(), inForce.hits(), inForce.shadowVerdict(), inForce.degraded(), reason, moderator,
				at);
	}

	private static Ruling rule(List<Rule> matched, boolean unknown, Policy policy) {
		return Ruling.of(matched, policy.bands(), unknown ? policy.onError() : Verdict.APPROVE);
	}

}
