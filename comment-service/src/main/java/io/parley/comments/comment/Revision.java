package io.parley.comments.comment;

import java.time.Instant;

import io.parley.contract.Decision.PublicReason;
import org.jspecify.annotations.Nullable;

/**
 * One text of a comment and what became of it.
 *
 * @param status of an earlier revision: as it stood when the next one came
 * @param body null once the comment is withdrawn
 * @param writtenAt when it was submitted, edited or withdrawn
 */
record Revision(int number, RevisionStatus status, @Nullable PublicReason reason, @Nullable String body,
		@Nullable String language, Instant writtenAt, @Nullable Instant decidedAt) {
}
