package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether a thread takes comments, by a rule or by a moderator. A moderator's decision
 * that has not ended outranks those of rules, and of several the latest counts. Of those
 * of rules a closed thread outranks a slow one, and the one that ends last counts.
 *
 * @param decisionId the same events under the same policy give the same id
 * @param slowModeSeconds between two comments of an author; 0 unless the mode is slow
 * @param source {@link DecisionSource#RULES} or {@link DecisionSource#MODERATOR}
 * @param rule the rule that decided, or null
 * @param policyHash the policy of the rule, or null
 * @param moderator who decided, or null
 * @param decidedAt event time, from which it holds
 * @param until when it ends, exclusive; null for never
 */
public record ThreadDecision(String decisionId, String site, String threadId, ThreadMode mode, int slowModeSeconds,
		DecisionSource source, @Nullable String rule, @Nullable String policyHash, @Nullable String moderator,
		@Nullable String note, Instant decidedAt, @Nullable Instant until) implements Event {

	public ThreadDecision {
		requireNonNull(decisionId, "decisionId");
		requireNonNull(site, "site");
		requireNonNull(threadId, "threadId");
		requireNonNull(mode, "mode");
		requireNonNull(source, "source");
		requireNonNull(decidedAt, "decidedAt");
	}

	/** The record key: it keeps what concerns one thread in order. */
	public static String keyOf(String site, String threadId) {
		return site + "/" + threadId;
	}

	@Override
	public String eventId() {
		return decisionId;
	}

	@Override
	public Instant occurredAt() {
		return decidedAt;
	}

}
