package io.parley.moderation.review;

import java.time.Instant;

import io.parley.contract.ThreadMode;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator sends about a thread.
 *
 * @param thread the platform's id of the post
 * @param slowModeSeconds between two comments of an author, for a slow thread
 * @param until ISO 8601; none if it is to hold until it is changed
 * @param note for other moderators
 */
record ThreadModeRequest(@Nullable String site, @Nullable String thread, @Nullable ThreadMode mode,
		@Nullable Integer slowModeSeconds, @Nullable String until, @Nullable String note) {

	private static final int NOTE_LIMIT = 2000;

	private static final int SITE_LIMIT = 200;

	private static final int LONGEST = 86_400;

	/** Ends the request if something is wrong with it by itself. */
	Checked checked() {
		Violations violations = new Violations();
		String ofSite = violations.requiredText("site", site, SITE_LIMIT);
		String id = violations.requiredId("thread", thread);
		if (mode == null) {
			violations.add("mode", "is required: OPEN, SLOW or CLOSED");
		}
		int seconds = (slowModeSeconds != null) ? slowModeSeconds : 0;
		if (mode == ThreadMode.SLOW && (seconds < 1 || seconds > LONGEST)) {
			violations.add("slowModeSeconds", "must be from 1 to " + LONGEST);
		}
		if (mode != ThreadMode.SLOW && slowModeSeconds != null) {
			violations.add("slowModeSeconds", "belongs to the mode SLOW");
		}
		Instant end = violations.optionalTime("until", until);
		violations.optionalText("note", note, NOTE_LIMIT);
		violations.throwIfAny();
		return new Checked(ofSite, id, (mode != null) ? mode : ThreadMode.OPEN, seconds, end);
	}

	/** A request with which nothing is wrong. */
	record Checked(String site, String thread, ThreadMode mode, int slowModeSeconds, @Nullable Instant until) {

	}

}
