package io.parley.moderation.topology;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.ModerationState;
import io.parley.moderation.decision.Recent;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Moderation's memory in the topology's stores: local, fault-tolerant, exactly once. */
record StoredState(KeyValueStore<String, AuthorHistory> authors, KeyValueStore<String, CommentRecord> comments,
		KeyValueStore<String, String> policy, Recents recents, CampaignTable campaigns) implements ModerationState {

	static final String AUTHORS = "author-history";

	static final String COMMENTS = "comment-records";

	static final String POLICY = "policy-in-force";

	static final String RECENTS = "recent-comments";

	static final String CAMPAIGNS = "campaigns";

	private static final String HASH = "hash";

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
	public @Nullable Recent recent(String authorKey, String commentId) {
		return recents.find(authorKey, commentId);
	}

	@Override
	public void putRecent(Recent recent) {
		recents.put(recent);
	}

	@Override
	public @Nullable String policyHash() {
		return policy.get(HASH);
	}

	@Override
	public void putPolicyHash(String policyHash) {
		policy.put(HASH, policyHash);
	}

}
