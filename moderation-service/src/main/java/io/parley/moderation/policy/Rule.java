package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import io.parley.contract.Effect;
import io.parley.contract.RuleMode;

/**
 * What a rule does when its condition holds.
 *
 * @param id unique within the policy
 * @param score points to add; 0 unless the effect is {@link Effect#SCORE}, and then only
 * if it does something to the thread
 * @param reason code of a public reason that the policy has, or null
 * @param late whether it depends on what others do, which may be known late
 * @param limit rejections in an hour of a site, above which it holds instead; 0 for none
 * @param thread what it does to the thread, or null
 */
public record Rule(String id, RuleMode mode, Effect effect, int score, @Nullable String reason, boolean late, int limit,
		@Nullable ThreadAction thread) {

	public Rule {
		requireNonNull(id, "id");
		requireNonNull(mode, "mode");
		requireNonNull(effect, "effect");
		if ((effect == Effect.SCORE) != (score > 0) && (effect != Effect.SCORE || thread == null)) {
			throw new IllegalArgumentException("A score of " + score + " does not go with the effect " + effect);
		}
	}

	/** A rule that depends on the comment and its author alone. */
	public Rule(String id, RuleMode mode, Effect effect, int score, @Nullable String reason) {
		this(id, mode, effect, score, reason, false, 0, null);
	}

}
