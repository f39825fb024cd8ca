package io.parley.moderation.policy;

import java.time.Duration;

import io.parley.contract.CommentContent;

/**
 * A test written in a policy.
 *
 * @param line where it is written
 * @param hit whether the rule is to match
 */
record Example(int line, boolean hit, CommentContent comment, ExampleAuthor author) {

	/**
	 * The author of an example; unless told otherwise, somebody who writes for the first
	 * time.
	 */
	record ExampleAuthor(int approved, int held, int rejected, Duration age, boolean trusted, String role,
			int rate) implements AuthorSignals {

		static final ExampleAuthor NEWCOMER = new ExampleAuthor(0, 0, 0, Duration.ZERO, false, "", 1);

		@Override
		public int rate(Duration window) {
			return this.rate;
		}

	}

}
