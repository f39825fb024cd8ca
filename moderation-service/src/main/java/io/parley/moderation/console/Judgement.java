package io.parley.moderation.console;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator thinks of a comment.
 *
 * @param revision and ordinal of the decision that was looked at
 * @param reason code for the author
 * @param note for other moderators
 */
record Judgement(String commentId, int revision, int ordinal, Verdict verdict, @Nullable String reason,
		@Nullable String note) {

}
