package io.parley.moderation.review;

import io.parley.contract.Verdict;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator sends.
 *
 * @param revision the revision that the moderator looked at
 * @param reason a reason code of the policy, for the author
 * @param note for other moderators
 */
record ReviewRequest(@Nullable String commentId, @Nullable Integer revision, @Nullable Verdict verdict,
		@Nullable String reason, @Nullable String note) {

	private static final int NOTE_LIMIT = 2000;

	/** What is wrong with the request by itself, in words for its sender. */
	Violations violations() {
		Violations violations = new Violations();
		violations.requiredId("commentId", commentId);
		if (revision == null || revision < 1) {
			violations.add("revision", "is required: the revision that you looked at, from 1");
		}
		if (verdict == null) {
			violations.add("verdict", "is required: APPROVE, HOLD or REJECT");
		}
		violations.optionalText("note", note, NOTE_LIMIT);
		return violations;
	}

}
