package io.parley.comments.comment;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/** Where a comment stands. Only approved ones are shown in their thread. */
enum CommentStatus {

	PENDING, APPROVED, HELD, REJECTED, WITHDRAWN;

	/** The verdict in force, or null if there is none. */
	@Nullable Verdict verdict() {
		return switch (this) {
			case APPROVED -> Verdict.APPROVE;
			case HELD -> Verdict.HOLD;
			case REJECTED -> Verdict.REJECT;
			case PENDING, WITHDRAWN -> null;
		};
	}

}
