package io.parley.moderation.console;

import java.time.Instant;
import java.util.List;

import io.parley.contract.Decision;
import io.parley.moderation.projection.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a comment.
 *
 * @param inForce the decision in force
 * @param revisions newest first
 * @param author null if nothing is known of them
 */
record CommentFile(Decision inForce, boolean withdrawn, List<Revision> revisions, @Nullable AuthorRecord author,
		@Nullable Urgency urgency) {

	public Revision latest() {
		return revisions.getFirst();
	}

	/** Whether the newest text is the one that was decided about. */
	public boolean isCurrent() {
		return latest().number() == inForce.revision();
	}

	/**
	 * A text with the decisions about it.
	 *
	 * @param text null once the comment is withdrawn
	 * @param language as the platform told it, else as it reads; empty if it cannot be
	 * told
	 * @param decisions newest first
	 */
	record Revision(int number, @Nullable Instant writtenAt, @Nullable MarkedText text, @Nullable String threadTitle,
			@Nullable String threadUrl, @Nullable String parentId, @Nullable String authorName, String language,
			List<Decision> decisions) {

	}

	/**
	 * Another comment of the thread.
	 *
	 * @param place parent, before or after
	 */
	record Neighbour(String commentId, @Nullable String author, String authorKey, String text, Instant writtenAt,
			@Nullable String verdict, String place) {

	}

}
