package io.parley.moderation.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Hit;
import io.parley.contract.ThreadDecision;
import io.parley.contract.Verdict;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Rule;
import io.parley.moderation.policy.ThreadAction;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.RuleRejected;
import io.parley.moderation.signal.ThreadObserved;
import org.jspecify.annotations.Nullable;

/** What follows from a decision for others than its author. */
final class Effects {

	/** Authors whose first comment is not longer ago are new. */
	private static final Duration NEW = Duration.ofDays(1);

	private final CommentContent comment;

	private final Moderated moderated;

	private final ModerationState state;

	private final Policy policy;

	Effects(CommentContent comment, Moderated moderated, ModerationState state, Policy policy) {
		this.comment = comment;
		this.moderated = moderated;
		this.state = state;
		this.policy = policy;
	}

	/** The comment is to be decided again when more is known of its thread. */
	void join() {
		if (policy.readsThread()) {
			state.tallies().join(Told.thread(comment), member());
		}
	}

	private Tallies.Member member() {
		return new Tallies.Member(comment.commentId(), comment.authorKey(), policy.hash());
	}

	/**
	 * Of the first decision about a new comment.
	 * @param history the author's, with the comment
	 */
	List<Observation> ofComment(AuthorHistory history) {
		if (!policy.readsThread()) {
			return List.of();
		}
		boolean newAuthor = history.asOf(comment.occurredAt()).firstSeen().compareTo(NEW) < 0;
		return List.of(new ThreadObserved(comment.site(), comment.threadId(), comment.occurredAt(), comment.authorKey(),
				newAuthor, moderated.own() != Verdict.APPROVE));
	}

	/**
	 * The rules with a limit that reject, as far as they are not counted already.
	 * @param before the decision before this one, or null
	 */
	List<Observation> rejections(@Nullable Decision before) {
		List<Observation> rejections = new ArrayList<>();
		for (Rule rule : moderated.limited()) {
			state.tallies().join(Told.rule(comment, policy, rule), member());
			if (before == null || before.hits().stream().map(Hit::rule).noneMatch(rule.id()::equals)) {
				rejections.add(
						new RuleRejected(comment.site(), policy.hash(), rule.id(), rule.limit(), comment.occurredAt()));
			}
		}
		return rejections;
	}

	/** What rules do to the thread, once a minute. */
	List<ThreadDecision> threads() {
		List<ThreadDecision> decisions = new ArrayList<>();
		Instant minute = comment.occurredAt().truncatedTo(ChronoUnit.MINUTES);
		for (Rule rule : moderated.acting()) {
			ThreadAction action = rule.thread();
			String thing = "done/" + Told.thread(comment.site(), comment.threadId(), minute) + "/" + rule.id();
			if (action != null && state.tallies().told(thing) == null) {
				state.tallies().tell(thing, new byte[0]);
				decisions.add(new ThreadDecision(
						DecisionId.of(ThreadDecision.keyOf(comment.site(), comment.threadId()),
								Math.toIntExact(Math.floorDiv(minute.getEpochSecond(), 60)), policy.hash(), rule.id()),
						comment.site(), comment.threadId(), action.mode(), (int) action.slowMode().toSeconds(),
						DecisionSource.RULES, rule.id(), policy.hash(), null, null, minute,
						minute.plus(action.lasting())));
			}
		}
		return decisions;
	}

}
