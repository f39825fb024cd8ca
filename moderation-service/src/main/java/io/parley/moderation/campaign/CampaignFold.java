package io.parley.moderation.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.Json;
import io.parley.contract.Signal;
import io.parley.moderation.policy.CampaignTerms;
import io.parley.moderation.signal.CampaignRuled;
import io.parley.moderation.signal.CommentJudged;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.signal.LessonsForgotten;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.RuleRejected;
import io.parley.moderation.signal.TextGone;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.signal.ThreadObserved;
import org.jspecify.annotations.Nullable;

/**
 * Finds campaigns among the comments of a site. What is kept are the observed comments;
 * the rest follows from them, whatever their order.
 */
public final class CampaignFold implements Fold {

	/** A campaign of so few is told of at each comment; later ones wait for others. */
	private static final int TOLD_AT_ONCE = 16;

	/**
	 * When no more come, for each of these the last are waited for so long: all members
	 * are decided again by what is told, so that a large one must not be told of often.
	 */
	private static final long PATIENCE_MILLIS = 1000;

	/**
	 * A larger one is told of no more: whoever comes then is recognised by what is known
	 * of it, and texts of the same building blocks must not cost more and more.
	 */
	private static final int MOST_TOLD = 2000;

	/** A burst of so many comments is told of at once. */
	private static final int MOST_WAITING = 256;

	/** New members in one event, which has to fit into a record. */
	private static final int MOST_JOINED = 1000;

	/** So long after the last of its comments a campaign can be ruled, and grow. */
	private static final long KEPT_MILLIS = CampaignTerms.LONGEST_WINDOW.multipliedBy(2).toMillis();

	/**
	 * What is no campaign is kept for so many of its windows: one for who writes the
	 * same, one for who arrives late.
	 */
	private static final int WINDOWS_KEPT = 2;

	/** How often is looked for what is to be forgotten, in the time of the records. */
	private static final long EXPIRY_MILLIS = Duration.ofMinutes(10).toMillis();

	/** More are not kept: about a kilobyte of memory each. */
	private static final int MOST_COMMENTS = 30_000;

	private static final String COMMENT = "c/";

	private static final String REVIEW = "r/";

	private static final String TOLD = "t/";

	private final KeyValues store;

	private final BandIndex<ObservedComment> index = new BandIndex<>();

	/** The newest observed revision of each comment. */
	private final Map<String, ObservedComment> newest = new HashMap<>();

	/** Reviews of campaigns whose earliest comment was not observed yet. */
	private final List<CampaignReviewed> early = new ArrayList<>();

	private final Set<Cluster> waiting = new LinkedHashSet<>();

	private long latest;

	private long expired;

	/** Goes on from what is in the store. */
	public CampaignFold(KeyValues store) {
		this.store = store;
		store.scan(COMMENT, (_, bytes) -> {
			ObservedComment comment = ObservedComment.of(bytes);
			latest = Math.max(latest, comment.arrived());
			add(comment);
		});
		store.scan(REVIEW, (_, bytes) -> attach(Json.MAPPER.readValue(bytes, CampaignReviewed.class)));
		store.scan(TOLD, (_, bytes) -> {
			Told told = Json.MAPPER.readValue(bytes, Told.class);
			ObservedComment anchor = newest.get(told.commentId());
			if (anchor != null) {
				anchor.cluster().told(told.campaignId(), told.version(), told.size());
			}
		});
		index.texts().map(ObservedComment::cluster).filter(this::isWorthTelling).forEach(waiting::add);
	}

	@Override
	public boolean takes(Observation observation) {
		return switch (observation) {
			case TextObserved _, TextGone _, CampaignRuled _ -> true;
			case ThreadObserved _, RuleRejected _, CommentJudged _, LessonsForgotten _ -> false;
		};
	}

	@Override
	public List<Signal> on(Observation observation, long now) {
		return switch (observation) {
			case TextObserved text -> observe(text, now);
			case TextGone gone -> lose(gone.commentId(), gone.revision());
			case CampaignRuled ruled -> {
				store.put(REVIEW + ruled.review().reviewId(), Json.MAPPER.writeValueAsBytes(ruled.review()));
				yield rule(ruled.review());
			}
			case ThreadObserved _, RuleRejected _, CommentJudged _, LessonsForgotten _ -> List.of();
		};
	}

	private List<Signal> observe(TextObserved text, long now) {
		ObservedComment known = newest.get(text.commentId());
		if (known != null && known.member().revision() >= text.revision()) {
			return List.of();
		}
		List<Signal> signals = new ArrayList<>();
		if (known != null) {
			signals.addAll(lose(text.commentId(), known.member().revision()));
		}
		ObservedComment comment = ObservedComment.of(text, now);
		makeRoom(now);
		add(comment);
		store.put(COMMENT + comment.key(), comment.bytes());
		signals.addAll(tellIfDue(comment.cluster()));
		return signals;
	}

	/** By the time of the records, so that a log that is read again is read as it was. */
	private void makeRoom(long now) {
		latest = Math.max(latest, now);
		if (latest - expired >= EXPIRY_MILLIS) {
			expired = latest;
			expire(cluster -> cluster.lastArrived() < latest - kept(cluster));
		}
		if (index.size() >= MOST_COMMENTS) {
			// The oldest tenth, so that this is rare.
			long horizon = index.texts()
				.mapToLong(old -> old.cluster().lastArrived())
				.sorted()
				.skip(MOST_COMMENTS / 10)
				.findFirst()
				.orElse(now);
			expire(cluster -> cluster.lastArrived() <= horizon);
		}
	}

	private static long kept(Cluster cluster) {
		return cluster.wasTold() ? KEPT_MILLIS : WINDOWS_KEPT * cluster.earliest().window();
	}

	private void add(ObservedComment comment) {
		for (ObservedComment other : index.candidates(comment.site(), comment.imprint())) {
			Cluster own = comment.cluster();
			Cluster others = other.cluster();
			if (own != others && comment.imprint().matches(other.imprint()) && others.isNear(comment)) {
				Cluster larger = (others.comments().size() >= own.comments().size()) ? others : own;
				Cluster smaller = (larger == own) ? others : own;
				larger.absorb(smaller);
				if (waiting.remove(smaller)) {
					waiting.add(larger);
				}
			}
		}
		index.add(comment);
		ObservedComment before = newest.put(comment.member().commentId(), comment);
		if (before != null && before.member().revision() > comment.member().revision()) {
			newest.put(comment.member().commentId(), before);
		}
		if (comment.isGone()) {
			comment.cluster().lost();
		}
		early.removeIf(review -> {
			boolean found = review.campaignId().equals(CampaignId.of(comment.site(), comment.key()));
			if (found) {
				comment.cluster().rule(review);
			}
			return found;
		});
	}

	private List<Signal> lose(String commentId, int revision) {
		ObservedComment comment = newest.get(commentId);
		if (comment == null || comment.isGone() || comment.member().revision() > revision) {
			return List.of();
		}
		comment.go();
		comment.cluster().lost();
		store.put(COMMENT + comment.key(), comment.bytes());
		return tellIfDue(comment.cluster());
	}

	private List<Signal> rule(CampaignReviewed review) {
		Cluster cluster = attach(review);
		return (cluster != null && cluster.isNews() && cluster.isShared()) ? tell(cluster) : List.of();
	}

	/** The cluster that a review is about, or null if it is not known yet. */
	private @Nullable Cluster attach(CampaignReviewed review) {
		Cluster found = index.texts()
			.filter(comment -> comment.site().equals(review.site())
					&& review.campaignId().equals(CampaignId.of(comment.site(), comment.key())))
			.map(ObservedComment::cluster)
			.findFirst()
			.orElse(null);
		if (found != null) {
			found.rule(review);
		}
		else {
			early.add(review);
		}
		return found;
	}

	private boolean isWorthTelling(Cluster cluster) {
		return cluster.isNews() && cluster.size() <= MOST_TOLD && (cluster.wasTold() || cluster.isShared());
	}

	private List<Signal> tellIfDue(Cluster cluster) {
		if (!isWorthTelling(cluster)) {
			return List.of();
		}
		if (cluster.size() <= TOLD_AT_ONCE || cluster.waiting() >= MOST_WAITING) {
			return tell(cluster);
		}
		waiting.add(cluster);
		return List.of();
	}

	private List<Signal> tell(Cluster cluster) {
		waiting.remove(cluster);
		List<ObservedComment> untold = cluster.comments().stream().filter(comment -> !comment.isTold()).toList();
		Set<String> before = new HashSet<>(cluster.toldIds());
		CampaignSeen signal = cluster.tell();
		before.forEach(id -> store.delete(TOLD + id));
		store.put(TOLD + signal.campaignId(), Json.MAPPER.writeValueAsBytes(new Told(signal.campaignId(),
				signal.version(), signal.size(), cluster.earliest().member().commentId())));
		untold.forEach(comment -> store.put(COMMENT + comment.key(), comment.bytes()));
		return inParts(signal);
	}

	/**
	 * A cluster that grew faster than it was told of, or of which only a review tells,
	 * may have more new members than fit into one event.
	 */
	private static List<Signal> inParts(CampaignSeen campaign) {
		List<CampaignSeen.Member> joined = campaign.joined();
		List<Signal> parts = new ArrayList<>();
		for (int from = 0; from == 0 || from < joined.size(); from += MOST_JOINED) {
			parts.add(campaign.joinedBy(joined.subList(from, Math.min(from + MOST_JOINED, joined.size()))));
		}
		return parts;
	}

	@Override
	public List<Signal> quiet(long now) {
		List<Signal> signals = new ArrayList<>();
		for (Cluster cluster : List.copyOf(waiting)) {
			if (cluster.hasGrown() || cluster.lastArrived() < now - patience(cluster)) {
				signals.addAll(tell(cluster));
			}
		}
		return signals;
	}

	private static long patience(Cluster cluster) {
		return Math.clamp(PATIENCE_MILLIS * cluster.size() / TOLD_AT_ONCE, PATIENCE_MILLIS, LONGEST_WAIT_MILLIS - 1);
	}

	/** A cluster goes as a whole: what is left of it would be another one. */
	private void expire(Predicate<Cluster> isOver) {
		Set<Cluster> old = new HashSet<>();
		index.texts().map(ObservedComment::cluster).filter(isOver).forEach(old::add);
		for (Cluster cluster : old) {
			cluster.comments().forEach(comment -> {
				store.delete(COMMENT + comment.key());
				newest.remove(comment.member().commentId(), comment);
			});
			cluster.toldIds().forEach(id -> store.delete(TOLD + id));
			waiting.remove(cluster);
		}
		if (!old.isEmpty()) {
			index.removeIf(comment -> old.contains(comment.cluster()));
		}
	}

	/** How many observed comments are kept. */
	int size() {
		return index.size();
	}

	/** What was told last about a campaign. */
	private record Told(String campaignId, long version, int size, String commentId) {
	}

}
