package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * From here on another policy decides. It is written to every partition of the log, so
 * that the change has one place among the events of each author, and the same place when
 * the log is read again.
 *
 * @param policyHash of a {@link PolicyVersion}
 * @param policy its name, for those who read the log
 */
public record PolicyActivated(String policyHash, String policy, Instant activatedAt) implements ModerationInput {

	public PolicyActivated {
		requireNonNull(policyHash, "policyHash");
		requireNonNull(policy, "policy");
		requireNonNull(activatedAt, "activatedAt");
	}

	@Override
	public String eventId() {
		return policyHash + "@" + activatedAt;
	}

	@Override
	public Instant occurredAt() {
		return activatedAt;
	}

}
