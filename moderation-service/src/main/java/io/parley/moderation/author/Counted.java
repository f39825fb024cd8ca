package io.parley.moderation.author;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import io.parley.contract.Verdict;

/**
 * A verdict as it went into an author's history, to be taken out again when it changes.
 *
 * @param human whether a moderator gave it
 * @param at the time of the event that led to it
 */
public record Counted(Verdict verdict, boolean human, Instant at) {

	public Counted {
		requireNonNull(verdict, "verdict");
		requireNonNull(at, "at");
	}

}
