package io.parley.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

	/** The value of a hit whose rule rejected too often: its limit. */
	private static final String BRAKED = "limit.rejectsPerHour";

	private static final String BY_RULES = "rules";

	private Moderator() {
	}

	/** Whether a hit is of a rule that was above its limit. */
	public static boolean isBraked(Hit hit) {
		return hit.values().containsKey(BRAKED);
	}

	/**
	 * The first decision about a revision. Never throws on account of the policy: what
	 * cannot be evaluated is listed as degraded, and the policy's {@code onError} is the
	 * mildest verdict then.
	 * @param history the author's, with the submission and its text but without its
	 * verdict
	 * @param surroundings what is known of others by now
	 * @param braked whether a rule with a limit rejected too often by now
	 */
	static Moderated moderate(CommentContent comment, AuthorHistory history, Surroundings surroundings,
			Predicate<Rule> braked, Policy policy) {
		return decide(new Recent(comment, history), surroundings, braked, policy, 1, DecisionSource.RULES,
				comment.occurredAt());
	}

	/**
	 * The decision about a revision by the same policy when more is known of others.
	 * @param at when it became known
	 */
	static Moderated reconsider(Recent recent, Surroundings surroundings, Predicate<Rule> braked, Decision inForce,
			Policy policy, Instant at) {
		return decide(recent, surroundings, braked, policy, inForce.ordinal() + 1, DecisionSource.RETRO, at);
	}

	/** Whether two decisions say the same for the same reasons. */
	static boolean isSame(Decision one, Decision other) {
		return one.verdict() == other.verdict() && one.score() == other.score()
				&& one.shadowVerdict() == other.shadowVerdict() && one.degraded().equals(other.degraded())
				&& Objects.equals(one.publicReason(), other.publicReason())
				&& one.hits().stream().map(Hit::rule).toList().equals(other.hits().stream().map(Hit::rule).toList());
	}

	private static Moderated decide(Recent recent, Surroundings surroundings, Predicate<Rule> braked, Policy policy,
			int ordinal, DecisionSource source, Instant at) {
		CommentContent comment = recent.comment();
		Findings findings = Findings.of(() -> policy.evaluate(comment, recent.history().asOf(comment), surroundings));
		Ruling unbraked = rule(findings.live(), findings.unknownLive(), policy);
		List<Rule> limited = limited(findings, policy);
		List<Rule> tooOften = limited.stream().filter(braked).toList();
		Ruling ruling = braked(unbraked, tooOften, findings.live(), findings.unknownLive(), policy);
		boolean unknown = !findings.degraded().isEmpty();
		Ruling shadowRuling = braked(rule(findings.liveAndShadow(), unknown, policy), tooOften,
				findings.liveAndShadow(), unknown, policy);
		Ruling own = rule(findings.live().stream().filter(rule -> !rule.late()).toList(), findings.unknownOwn(),
				policy);
		String trigger = (source == DecisionSource.RULES) ? BY_RULES : "retro " + ordinal;
		return new Moderated(
				new Decision(DecisionId.of(comment.commentId(), comment.revision(), policy.hash(), trigger),
						comment.commentId(), comment.revision(), ordinal, comment.site(), comment.threadId(),
						comment.authorKey(), ruling.verdict(), source, ruling.score(), policy.bands(), policy.hash(),
						hits(findings, tooOften), shadowRuling.verdict(), findings.degraded(),
						PublicReasons.of(ruling, comment, policy), null, policy.correction(surroundings), at),
				own.verdict(), limited, findings.live().stream().filter(rule -> rule.thread() != null).toList());
	}

	/** The decision about a comment of a campaign that a moderator confirmed. */
	static Decision confirmed(CampaignSeen.Ruling ruling, Decision inForce, Policy policy) {
		return byModerator(inForce, Verdict.REJECT, PublicReasons.of(Verdict.REJECT, null, null, policy),
				ruling.moderator(), ruling.reviewId(), ruling.ruledAt());
	}

	/**
	 * The decision that a moderator's review leads to. It keeps what the rules had found,
	 * as the moderator saw it.
	 * @param language of the comment, if the policy tells reasons in several
	 */
	static Decision review(Review review, Decision inForce, @Nullable String language, Policy policy) {
		return byModerator(inForce, review.verdict(),
				PublicReasons.of(review.verdict(), review.reason(), language, policy), review.moderator(),
				review.reviewId(), review.occurredAt());
	}

	private static Decision byModerator(Decision inForce, Verdict verdict, Decision.@Nullable PublicReason reason,
			String moderator, String trigger, Instant at) {
		return new Decision(DecisionId.of(inForce.commentId(), inForce.revision(), inForce.policyHash(), trigger),
				inForce.commentId(), inForce.revision(), inForce.ordinal() + 1, inForce.site(), inForce.threadId(),
				inForce.authorKey(), verdict, DecisionSource.MODERATOR, inForce.score(), inForce.bands(),
				inForce.policyHash(), inForce.hits(), inForce.shadowVerdict(), inForce.degraded(), reason, moderator,
				inForce.correction(), at);
	}

	/**
	 * The rules with a limit that reject. Of the rules that ask about others each is
	 * looked at alone, so that what counts does not depend on what is known when.
	 */
	private static List<Rule> limited(Findings findings, Policy policy) {
		List<Rule> live = findings.live();
		return live.stream().filter(rule -> rule.limit() > 0).filter(rule -> {
			List<Rule> matched = live.stream().filter(other -> !other.late() || other.equals(rule)).toList();
			Ruling ruling = rule(matched, findings.unknownOwn(), policy);
			return ruling.verdict() == Verdict.REJECT && ruling.deciding().contains(rule);
		}).toList();
	}

	/** A rejection stays if it follows without the rules that rejected too often. */
	private static Ruling braked(Ruling ruling, List<Rule> tooOften, List<Rule> matched, boolean unknown,
			Policy policy) {
		if (tooOften.isEmpty() || ruling.verdict() != Verdict.REJECT) {
			return ruling;
		}
		Ruling rest = rule(matched.stream().filter(rule -> !tooOften.contains(rule)).toList(), unknown, policy);
		return (rest.verdict() == Verdict.REJECT) ? rest : new Ruling(Verdict.HOLD, ruling.score(), List.of());
	}

	private static List<Hit> hits(Findings findings, List<Rule> tooOften) {
		if (tooOften.isEmpty()) {
			return findings.hits();
		}
		Map<String, Integer> limits = tooOften.stream().collect(Collectors.toMap(Rule::id, Rule::limit));
		return findings.hits().stream().map(hit -> {
			Integer limit = limits.get(hit.rule());
			if (limit == null) {
				return hit;
			}
			Map<String, Object> values = new TreeMap<>(hit.values());
			values.put(BRAKED, limit);
			return new Hit(hit.rule(), hit.mode(), hit.effect(), hit.points(), hit.reason(), hit.spans(), values);
		}).toList();
	}

	private static Ruling rule(List<Rule> matched, boolean unknown, Policy policy) {
		return Ruling.of(matched, policy.bands(), unknown ? policy.onError() : Verdict.APPROVE);
	}

}
