package io.parley.moderation.decision;

import io.parley.moderation.author.AuthorHistory;
import org.jspecify.annotations.Nullable;

/**
 * What moderation remembers between events. All that one event of an author touches has
 * the same author key. Not thread-safe.
 */
public interface ModerationState {

	/** The author's history, or null for a new author. */
	@Nullable AuthorHistory author(String authorKey);

	void putAuthor(String authorKey, AuthorHistory history);

	/** What was decided about the comment, or null for a new comment. */
	@Nullable CommentRecord comment(String commentId);

	void putComment(String commentId, CommentRecord comment);

	/** The hash of the policy in force, or null if none was activated yet. */
	@Nullable String policyHash();

	void putPolicyHash(String policyHash);

}
