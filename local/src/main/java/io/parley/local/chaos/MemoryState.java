package io.parley.local.chaos;

import java.util.HashMap;
import java.util.Map;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.ModerationState;
import org.jspecify.annotations.Nullable;

/** State that nothing can happen to. */
final class MemoryState implements ModerationState {

	private final Map<String, AuthorHistory> authors = new HashMap<>();

	private final Map<String, CommentRecord> comments = new HashMap<>();

	private @Nullable String policy;

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

	@Override
	public @Nullable String policyHash() {
		return policy;
	}

	@Override
	public void putPolicyHash(String policyHash) {
		policy = policyHash;
	}

}
