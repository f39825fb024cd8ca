package io.parley.moderation.decision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.author.HistoryCodec;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.learning.SiteCorrections;
import io.parley.moderation.signal.MemoryKeyValues;
import org.jspecify.annotations.Nullable;

/**
 * What moderation remembers, in memory: for files, tests and runs that are compared with
 * others. Authors are kept as the bytes that the topology's stores keep.
 */
public final class MemoryState implements ModerationState {

	private final Map<String, byte[]> authors = new HashMap<>();

	private final Map<String, CommentRecord> comments;

	private final Map<String, byte[]> recents;

	private final CampaignTable campaigns = new CampaignTable(new MemoryKeyValues());

	private final Tallies tallies = new MemoryTallies();

	private final SiteCorrections corrections = new SiteCorrections(new MemoryKeyValues());

	private @Nullable String policy;

	private Activations activations = Activations.NONE;

	private MemoryState(Map<String, CommentRecord> comments, Map<String, byte[]> recents) {
		this.comments = comments;
		this.recents = recents;
	}

	/** Nothing is forgotten. */
	public static MemoryState unbounded() {
		return new MemoryState(new HashMap<>(), new HashMap<>());
	}

	/** Only the latest comments are remembered, for files in which each occurs once. */
	public static MemoryState ofLatest(int mostComments) {
		return new MemoryState(latest(mostComments), latest(mostComments));
	}

	private static <V> Map<String, V> latest(int most) {
		return new LinkedHashMap<>() {

			private static final long serialVersionUID = 1;

			@Override
			protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
				return size() > most;
			}

		};
	}

	@Override
	public @Nullable AuthorHistory author(String authorKey) {
		byte[] history = authors.get(authorKey);
		return (history != null) ? HistoryCodec.decode(history) : null;
	}

	@Override
	public void putAuthor(String authorKey, AuthorHistory history) {
		authors.put(authorKey, HistoryCodec.encode(history));
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
		byte[] recent = recents.get(commentId);
		return (recent != null) ? Recent.of(recent) : null;
	}

	@Override
	public void putRecent(Recent recent) {
		recents.put(recent.comment().commentId(), recent.bytes());
	}

	@Override
	public CampaignTable campaigns() {
		return campaigns;
	}

	@Override
	public Tallies tallies() {
		return tallies;
	}

	@Override
	public SiteCorrections corrections() {
		return corrections;
	}

	@Override
	public @Nullable String policyHash() {
		return policy;
	}

	@Override
	public void putPolicyHash(String policyHash) {
		policy = policyHash;
	}

	@Override
	public Activations activations() {
		return activations;
	}

	@Override
	public void putActivations(Activations activations) {
		this.activations = activations;
	}

}
