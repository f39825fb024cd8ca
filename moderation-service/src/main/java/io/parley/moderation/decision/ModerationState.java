package io.parley.moderation.decision;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.learning.SiteCorrections;
import org.jspecify.annotations.Nullable;

/**
 * What moderation remembers between events. All that one event of an author touches has
 * the same author key; a signal touches all comments of the log that it is about. Not
 * thread-safe.
 */
public interface ModerationState {

	/** The author's history, or null for a new author. */
	@Nullable AuthorHistory author(String authorKey);

	void putAuthor(String authorKey, AuthorHistory history);

	/** What was decided about the comment, or null for a new comment. */
	@Nullable CommentRecord comment(String commentId);

	void putComment(String commentId, CommentRecord comment);

	/**
	 * What is kept of a comment of this log to decide about it again, or null if it is of
	 * another log or too long ago.
	 */
	@Nullable Recent recent(String authorKey, String commentId);

	void putRecent(Recent recent);

	/** The campaigns that the log has told of. */
	CampaignTable campaigns();

	/** What the log was told of threads and rules. */
	Tallies tallies();

	/** What the log was told of what moderators taught. */
	SiteCorrections corrections();

	/** The hash of the policy in force, or null if none was activated yet. */
	@Nullable String policyHash();

	/** Puts a policy into force. */
	void putPolicyHash(String policyHash);

	/** The latest activations that were taken in, the last one last. */
	Activations activations();

	void putActivations(Activations activations);

}
