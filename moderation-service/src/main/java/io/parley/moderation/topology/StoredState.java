package io.parley.moderation.topology;

import java.time.Instant;

import com.google.common.base.Splitter;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.decision.Activations;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.ModerationState;
import io.parley.moderation.decision.Recent;
import io.parley.moderation.decision.Tallies;
import io.parley.moderation.learning.SiteCorrections;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Moderation's memory in the topology's stores: local, fault-tolerant, exactly once.
 *
 * @param authors with the time of the record that changed each last
 * @param now time of the record at hand, in epoch milliseconds
 */
record StoredState(TimestampedKeyValueStore<String, AuthorHistory> authors,
		KeyValueStore<String, CommentRecord> comments, KeyValueStore<String, String> policy, Recents recents,
		CampaignTable campaigns, SiteCorrections corrections, Tallies tallies, long now) implements ModerationState {

	static final String AUTHORS = "author-history";

	static final String COMMENTS = "comment-records";

	static final String POLICY = "policy-in-force";

	static final String RECENTS = "recent-comments";

	static final String CAMPAIGNS = "campaigns";

	static final String TALLIES = "tallies";

	private static final String HASH = "hash";

	private static final String ACTIVATIONS = "activations";

	private static final String SEPARATOR = "\n";

	/** The same at the time of another record. */
	StoredState at(long time) {
		return new StoredState(authors, comments, policy, recents, campaigns, corrections, tallies, time);
	}

	@Override
	public @Nullable AuthorHistory author(String authorKey) {
		ValueAndTimestamp<AuthorHistory> stored = authors.get(authorKey);
		if (stored == null) {
			return null;
		}
		// As if AuthorExpiry had come by already, whenever it will.
		return AuthorExpiry.isOver(stored, now) ? stored.value().forgotten(Instant.ofEpochMilli(now)) : stored.value();
	}

	@Override
	public void putAuthor(String authorKey, AuthorHistory history) {
		authors.put(authorKey, ValueAndTimestamp.make(history, now));
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

	@Override
	public Activations activations() {
		String ids = policy.get(ACTIVATIONS);
		return (ids != null) ? new Activations(Splitter.on(SEPARATOR).splitToList(ids)) : Activations.NONE;
	}

	@Override
	public void putActivations(Activations activations) {
		policy.put(ACTIVATIONS, String.join(SEPARATOR, activations.ids()));
	}

}
