package io.parley.comments.comment;

import io.parley.problem.ProblemException;

/** What became of one comment of a batch. */
sealed interface BatchOutcome {

	/** It is stored, perhaps since an earlier call. */
	record Taken(Receipt receipt) implements BatchOutcome {
	}

	/** It is not stored, for the reason that a single submission would be told. */
	record Refused(ProblemException problem) implements BatchOutcome {
	}

}
