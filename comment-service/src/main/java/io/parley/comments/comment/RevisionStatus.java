package io.parley.comments.comment;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/** What became of one revision. */
enum RevisionStatus {

	PENDING, APPROVED, HELD, REJECTED, WITHDRAWN,
	/** The next revision came before it was decided. */
	SUPERSEDED;

	/** The verdict about it, or null if there was none. */
	@Nullable Verdict verdict() {
		return (this == SUPERSEDED) ? null : CommentStatus.valueOf(name()).verdict();
	}

}
