package io.parley.moderation.decision;

import io.parley.moderation.policy.Policy;
import org.jspecify.annotations.Nullable;

/** The policies that were ever in force. Thread-safe. */
@FunctionalInterface
public interface Policies {

	/**
	 * The policy with this hash.
	 * @param hash null for the first policy that there was: it decides about what came
	 * before any was activated
	 */
	Policy find(@Nullable String hash);

}
