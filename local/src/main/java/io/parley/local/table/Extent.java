package io.parley.local.table;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How many comments a file holds, and over which time.
 *
 * @param relative whether the file counts in minutes from a base that the reader chooses
 * @param earliest time of the earliest comment, with the epoch as base
 * @param latest time of the latest comment, with the epoch as base
 */
public record Extent(long comments, boolean relative, Instant earliest, Instant latest) {

	/** The base with which the latest comment comes at a time, if that can be chosen. */
	public Instant baseThatEndsAt(Instant end) {
		return relative ? end.minus(Duration.between(Instant.EPOCH, latest)) : earliest;
	}

	/** The base that was chosen, or the earliest comment if there was no choice. */
	public Instant baseOr(Instant chosen) {
		return relative ? chosen : earliest;
	}

	/** Not thread-safe. */
	static final class Counter {

		private long comments;

		private boolean relative;

		private @Nullable Instant earliest;

		private @Nullable Instant latest;

		void relative(boolean isRelative) {
			relative = isRelative;
		}

		void count(CommentRow row) {
			comments++;
			Instant at = row.submittedAt();
			earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
			latest = latest == null || at.isAfter(latest) ? at : latest;
		}

		Extent extent() {
			return new Extent(comments, relative, earliest != null ? earliest : Instant.EPOCH,
					latest != null ? latest : Instant.EPOCH);
		}

	}

}
