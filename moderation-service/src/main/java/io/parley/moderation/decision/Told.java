package io.parley.moderation.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.parley.contract.CommentContent;
import io.parley.contract.Json;
import io.parley.contract.RuleBraked;
import io.parley.contract.ThreadSeen;
import io.parley.moderation.classifier.Corrections;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Rule;
import io.parley.moderation.policy.Surroundings;
import io.parley.moderation.policy.ThreadFacts;
import io.parley.moderation.tally.ThreadFold;
import org.jspecify.annotations.Nullable;

/** What a log was told of threads and of rules that rejected too often. */
final class Told {

	/** Signals about threads tell of this. */
	private static final double MINUTES = 10;

	private Told() {
	}

	/** The thread at the time of a comment. */
	static String thread(CommentContent comment) {
		return thread(comment.site(), comment.threadId(), ThreadFold.slotOf(comment.occurredAt()));
	}

	static String thread(String site, String threadId, Instant slot) {
		return "thread/" + site + "/" + threadId + "/" + slot.getEpochSecond();
	}

	/** A rule in the hour of a comment. */
	static String rule(CommentContent comment, Policy policy, Rule rule) {
		return rule(comment.site(), policy.hash(), rule.id(), comment.occurredAt().truncatedTo(ChronoUnit.HOURS));
	}

	static String rule(String site, String policyHash, String rule, Instant hour) {
		return "rule/" + site + "/" + policyHash + "/" + rule + "/" + hour.getEpochSecond();
	}

	/** The company of a comment, with how its thread goes and what moderators taught. */
	static Surroundings around(Surroundings company, CommentContent comment, ModerationState state, Policy policy) {
		Corrections corrections = (policy.learning() != null) ? state.corrections().find(comment.site()) : null;
		return company.in(facts(comment, state, policy)).corrected(corrections);
	}

	private static ThreadFacts facts(CommentContent comment, ModerationState state, Policy policy) {
		if (!policy.readsThread()) {
			return ThreadFacts.QUIET;
		}
		byte[] told = state.tallies().told(thread(comment));
		return (told != null) ? facts(Json.MAPPER.readValue(told, ThreadSeen.class)) : ThreadFacts.QUIET;
	}

	static ThreadFacts facts(ThreadSeen thread) {
		return new ThreadFacts(thread.comments() / MINUTES, thread.newAuthors(), thread.heldPercent() / 100.0);
	}

	/** Whether a rule holds at the time of a comment what it would reject. */
	static boolean isBraked(Rule rule, CommentContent comment, ModerationState state, Policy policy) {
		RuleBraked braked = braked(state.tallies().told(rule(comment, policy, rule)));
		return braked != null && !comment.occurredAt().isBefore(braked.from());
	}

	private static @Nullable RuleBraked braked(byte @Nullable [] told) {
		return (told != null) ? Json.MAPPER.readValue(told, RuleBraked.class) : null;
	}

}
