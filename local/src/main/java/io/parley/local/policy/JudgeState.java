package io.parley.local.policy;

import java.util.HashMap;
import java.util.Map;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.ModerationState;
import org.jspecify.annotations.Nullable;

/**
 * The authors of a file. Comments are not kept: each occurs once, and a million of them
 * must not need the memory.
 */
final class JudgeState implements ModerationState {

	private final Map<String, AuthorHistory> authors = new HashMap<>();

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
		return null;
	}

	@Override
	public void putComment(String commentId, CommentRecord comment) {
		// See above.
	}

	@Override
	public @Nullable String policyHash() {
		return null;
	}

	@Override
	public void putPolicyHash(String policyHash) {
		// One policy judges the whole file.
	}

}
