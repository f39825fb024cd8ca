package io.parley.moderation.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Verdict;
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
	List<InvalidReviewException.Fault> faults() {
		List<InvalidReviewException.Fault> faults = new ArrayList<>();
		if (commentId == null || commentId.isBlank()) {
			faults.add(new InvalidReviewException.Fault("commentId", "is required"));
		}
		if (revision == null || revision < 1) {
			faults.add(new InvalidReviewException.Fault("revision",
					"is required: the revision that you looked at, from 1"));
		}
		if (verdict == null) {
			faults.add(new InvalidReviewException.Fault("verdict", "is required: APPROVE, HOLD or REJECT"));
		}
		faults(faults, "commentId", commentId);
		faults(faults, "note", note);
		if (note != null && note.length() > NOTE_LIMIT) {
			faults.add(new InvalidReviewException.Fault("note", "has more than " + NOTE_LIMIT + " characters"));
		}
		return faults;
	}

	/** A text that neither the database nor UTF-8 can hold. */
	private static void faults(List<InvalidReviewException.Fault> faults, String field, @Nullable String text) {
		if (text != null && (text.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(text))) {
			faults.add(new InvalidReviewException.Fault(field, "has a NUL or half a surrogate pair; remove it"));
		}
	}

}
