package io.parley.moderation.policy;

import java.time.Duration;
import java.time.Instant;

import io.parley.contract.CommentContent;
import org.jspecify.annotations.Nullable;

/**
 * A test written in a policy.
 *
 * @param place where it is written
 * @param hit whether the rule is to match
 */
record Example(Place place, boolean hit, CommentContent comment, ExampleAuthor author, Surroundings surroundings) {

	/**
	 * The author of an example; unless told otherwise, somebody who writes for the first
	 * time. Trust is what the example tells, whatever the counts.
	 */
	record ExampleAuthor(int approved, int held, int rejected, int approvedByModerators, int rejectedByModerators,
			double rejectionRatio, Duration age, Duration firstSeen, TrustLevel trust, String role, int rate,
			int repeats, int links, int threads, boolean banned,
			@Nullable Instant mutedUntil) implements AuthorSignals {

		static final ExampleAuthor NEWCOMER = new ExampleAuthor(0, 0, 0, Duration.ZERO, false, "", 1);

		ExampleAuthor(int approved, int held, int rejected, Duration age, boolean trusted, String role, int rate) {
			this(approved, held, rejected, 0, 0, 0, age, Duration.ZERO, trusted ? TrustLevel.TRUSTED : TrustLevel.NEW,
					role, rate, 0, 0, 1, false, null);
		}

		@Override
		public TrustLevel trust(Trust thresholds) {
			return this.trust;
		}

		@Override
		public int rate(Duration window) {
			return this.rate;
		}

		@Override
		public int repeats(Duration window) {
			return this.repeats;
		}

		@Override
		public int links(Duration window) {
			return this.links;
		}

		@Override
		public int threads(Duration window) {
			return this.threads;
		}

	}

}
