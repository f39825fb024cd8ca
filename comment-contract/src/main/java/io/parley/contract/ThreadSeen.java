package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How a thread goes in some ten minutes, in steps, as it is known by now.
 *
 * @param slot begin of the five minutes whose comments it is for; it tells of these and
 * the five before
 * @param comments in ten minutes
 * @param newAuthors distinct authors whose first comment was less than a day before
 * @param heldPercent share of the comments that the policy held or rejected by what it
 * knew of each alone
 */
public record ThreadSeen(String site, String threadId, Instant slot, long version, int comments, int newAuthors,
		int heldPercent) implements Signal {

	public ThreadSeen {
		requireNonNull(site, "site");
		requireNonNull(threadId, "threadId");
		requireNonNull(slot, "slot");
	}

	@Override
	public String eventId() {
		return ThreadDecision.keyOf(site, threadId) + "/" + slot.getEpochSecond() + "/" + version;
	}

	@Override
	public Instant occurredAt() {
		return slot;
	}

}
