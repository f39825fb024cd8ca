package io.parley.contract;

/**
 * Something happened to a comment. A revision counts from 1; an edit is a new revision
 * and is moderated again.
 */
public sealed interface CommentEvent extends PlatformEvent permits CommentContent, CommentWithdrawn {

	/** A UUID in its canonical text form. */
	String commentId();

	int revision();

	String threadId();

	@Override
	default String eventId() {
		return commentId() + "/" + revision();
	}

}
