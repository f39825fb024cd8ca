package io.parley.moderation.decision;

import java.util.ArrayList;
import java.util.List;

import io.parley.contract.AuthorEvent;
import io.parley.contract.AuthorFacts;
import io.parley.contract.AuthorSanctioned;
import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CommentContent;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.CorrectionLearned;
import io.parley.contract.CorrectionReset;
import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.PolicyActivated;
import io.parley.contract.Review;
import io.parley.contract.RuleBraked;
import io.parley.contract.ThreadModerated;
import io.parley.contract.ThreadSeen;
import io.parley.contract.Verdict;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.decision.Outcome.Kind;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.CampaignRuled;
import io.parley.moderation.signal.LessonsForgotten;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.text.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The way from events to decisions: what each event changes in what is remembered, and
 * which decision it leads to. The same code runs in the topology and offline. Events that
 * come twice change nothing the second time.
 */
public final class ModerationFlow {

	private ModerationFlow() {
	}

	/** Takes in one event, after all earlier ones of the same author. */
	public static Outcome on(ModerationInput event, ModerationState state, Policies policies) {
		return switch (event) {
			case CommentContent comment -> onContent(comment, state, policies.find(state.policyHash()));
			case CommentWithdrawn withdrawal -> onWithdrawn(withdrawal, state);
			case AuthorFacts facts -> onFacts(facts, state);
			case Review review -> onReview(review, state, policies.find(state.policyHash()));
			case AuthorSanctioned sanction -> {
				state.putAuthor(sanction.authorKey(), authorOf(sanction, state).sanctioned(sanction));
				yield Outcome.silent(Kind.NOTED);
			}
			case ThreadModerated moderated -> Outcome.silent(Kind.NOTED).about(List.of(ThreadRuling.of(moderated)));
			case CampaignReviewed review -> Outcome.silent(Kind.NOTED).observed(List.of(new CampaignRuled(review)));
			case CampaignSeen campaign -> Reconsideration.on(campaign, state, policies);
			case ThreadSeen thread -> new Recount(state, policies).on(thread);
			case RuleBraked braked -> new Recount(state, policies).on(braked);
			case CorrectionReset reset ->
				Outcome.silent(Kind.NOTED).observed(List.of(new LessonsForgotten(reset.site(), reset.resetAt())));
			case CorrectionLearned learned -> {
				state.corrections().put(learned);
				yield Outcome.silent(Kind.NOTED);
			}
			case PolicyActivated activation -> onActivated(activation, state);
		};
	}

	private static Outcome onActivated(PolicyActivated activation, ModerationState state) {
		Activations known = state.activations();
		if (!known.knows(activation)) {
			state.putActivations(known.with(activation));
			state.putPolicyHash(activation.policyHash());
		}
		return Outcome.silent(Kind.NOTED);
	}

	private static Outcome onContent(CommentContent comment, ModerationState state, Policy policy) {
		AuthorHistory history = authorOf(comment, state).introduced(comment.author());
		CommentRecord known = state.comment(comment.commentId());
		if (known == null) {
			history = history.submitted(comment.occurredAt());
		}
		else {
			Decision inForce = known.decision();
			if (inForce == null) {
				return Outcome.silent(Kind.WITHDRAWN_COMMENT);
			}
			if (comment.revision() <= inForce.revision()) {
				return Outcome.repeated(inForce);
			}
			// What the author wrote before says nothing about the new text.
			history = history.uncounted(known.counts(inForce));
		}
		history = history.posted(comment, Fingerprint.of(comment.body()));
		Company company = Company.of(comment, known, state, policy);
		Moderated moderated = Moderator.moderate(comment, history,
				Told.around(company.surroundings(), comment, state, policy),
				rule -> Told.isBraked(rule, comment, state, policy), policy);
		if (policy.readsLate() || policy.learning() != null || !moderated.limited().isEmpty()) {
			state.putRecent(new Recent(comment, history));
		}
		Decision decision = moderated.decision();
		// Of what is approved it is asked when it is needed, which is hardly ever.
		CommentRecord decided = CommentRecord.of(moderated,
				(decision.verdict() == Verdict.APPROVE) ? null : policy.languageOfReasons(comment));
		state.putComment(comment.commentId(), decided);
		state.putAuthor(comment.authorKey(), history.counted(decided.counts(decision)));
		Effects effects = new Effects(comment, moderated, state, policy);
		effects.join();
		List<Observation> observations = new ArrayList<>(company.observations());
		if (known == null) {
			observations.addAll(effects.ofComment(history));
		}
		observations.addAll(effects.rejections(null));
		return Outcome.decided(decision).observed(observations).about(effects.threads());
	}

	/**
	 * The comment is closed. An approval or a rejection stays in the author's history,
	 * for it happened; what is held is no longer so.
	 */
	private static Outcome onWithdrawn(CommentWithdrawn withdrawal, ModerationState state) {
		CommentRecord known = state.comment(withdrawal.commentId());
		Decision inForce = known != null ? known.decision() : null;
		if (known != null && inForce == null) {
			return Outcome.silent(Kind.WITHDRAWN_COMMENT);
		}
		// A comment that arrives after its withdrawal must not come to life.
		state.putComment(withdrawal.commentId(), CommentRecord.withdrawn());
		if (known != null && inForce != null && known.counts(inForce).verdict() == Verdict.HOLD) {
			state.putAuthor(withdrawal.authorKey(), authorOf(withdrawal, state).uncounted(known.counts(inForce)));
		}
		return Outcome.silent(Kind.NOTED).observed(Company.left(inForce, state));
	}

	private static Outcome onFacts(AuthorFacts facts, ModerationState state) {
		state.putAuthor(facts.authorKey(), authorOf(facts, state).told(facts));
		return Outcome.silent(Kind.NOTED);
	}

	private static Outcome onReview(Review review, ModerationState state, Policy policy) {
		CommentRecord known = state.comment(review.commentId());
		if (known == null) {
			return Outcome.silent(Kind.UNKNOWN_COMMENT);
		}
		Decision inForce = known.decision();
		if (inForce == null) {
			return Outcome.silent(Kind.WITHDRAWN_COMMENT);
		}
		if (known.isLatest(review.reviewId())) {
			return Outcome.repeated(inForce);
		}
		if (known.knows(review.reviewId())) {
			return Outcome.silent(Kind.REPEATED_REVIEW);
		}
		if (review.revision() != inForce.revision()) {
			return Outcome.silent(Kind.OTHER_REVISION);
		}
		Decision decision = Moderator.review(review, inForce, language(known, inForce, state, policy), policy);
		CommentRecord reviewed = known.reviewed(review.reviewId(), decision);
		state.putComment(review.commentId(), reviewed);
		state.putAuthor(inForce.authorKey(),
				authorOf(inForce, state).uncounted(known.counts(inForce)).counted(reviewed.counts(decision)));
		return Outcome.decided(decision).observed(Teaching.of(review, inForce, state, policy));
	}

	/**
	 * The language in which an author is told a moderator's reason, as far as the text is
	 * still known.
	 */
	private static @Nullable String language(CommentRecord known, Decision inForce, ModerationState state,
			Policy policy) {
		String language = known.language();
		if (language != null) {
			return language;
		}
		Recent recent = state.recent(inForce.authorKey(), inForce.commentId());
		return (recent != null && recent.comment().revision() == inForce.revision())
				? policy.languageOfReasons(recent.comment()) : null;
	}

	private static AuthorHistory authorOf(AuthorEvent event, ModerationState state) {
		AuthorHistory history = state.author(event.authorKey());
		return (history != null) ? history.asRememberedAt(event.occurredAt()) : AuthorHistory.none();
	}

}
