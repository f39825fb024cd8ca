package io.parley.contract;

import org.jspecify.annotations.Nullable;

/** A text that asks for a decision: a new comment, or a new revision of one. */
public sealed interface CommentContent extends CommentEvent permits CommentSubmitted, CommentEdited {

	CommentThread thread();

	/** The comment that this one answers, or null at the top of the thread. */
	@Nullable String parentId();

	Author author();

	/** The text exactly as the reader sent it. */
	String body();

	/** BCP 47 tag as told by the platform, or null. */
	@Nullable String language();

	@Override
	default String threadId() {
		return thread().id();
	}

	@Override
	default String authorKey() {
		return author().key();
	}

}
