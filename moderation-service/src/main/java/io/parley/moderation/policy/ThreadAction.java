package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import io.parley.contract.ThreadMode;

/**
 * What a rule does to the thread of a comment that it matches.
 *
 * @param mode slow or closed
 * @param slowMode between two comments of an author; zero unless slow
 * @param lasting from the comment on
 */
public record ThreadAction(ThreadMode mode, Duration slowMode, Duration lasting) {

	public ThreadAction {
		requireNonNull(mode, "mode");
		requireNonNull(slowMode, "slowMode");
		requireNonNull(lasting, "lasting");
	}

}
