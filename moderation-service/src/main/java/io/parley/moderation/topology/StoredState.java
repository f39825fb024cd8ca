package io.parley.moderation.topology;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.ModerationState;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Moderation's memory in the topology's stores: local, fault-tolerant, exactly once. */
record StoredState(KeyValueStore<String, AuthorHistory> authors,
		KeyValueStore<String, CommentRecord> comments) implements ModerationState {

	static final String AUTHORS = "author-history";

	static final String COMMENTS = "comment-records";

	@Override
	public @Nullable AuthorHistory author(String authorKey) {
		return authors.get(authorKey);
	}

	@Override
	public void putAuthor(String authorKey, AuthorHistory history) {
		authors.put(authorKey, history);
	}

	@Override
	public @Nullable CommentRecord comment(String commentId) {
		return comments.get(commentId);
	}

	@Override
	public void putComment(String commentId, CommentRecord comment) {
		comments.put(commentId, comment);
	}

}
