package io.parley.moderation.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.contract.CampaignSeen.Ruling;
import io.parley.moderation.text.Imprint;
import org.jspecify.annotations.Nullable;

/**
 * Comments that hang together: each is like another one that was written in the same
 * stretch of time. Which these are does not depend on the order in which they came. Not
 * thread-safe.
 */
final class Cluster {

	/** So many texts are told for others to be recognised by. */
	private static final int MOST_TEXTS = 12;

	/** Most clusters are of one comment. */
	private final List<ObservedComment> comments = new ArrayList<>(1);

	/** The ids under which it was told, and is not yet absorbed. */
	private Set<String> toldIds = Set.of();

	private Set<String> reviews = Set.of();

	private @Nullable CampaignReviewed review;

	private ObservedComment earliest;

	private long last;

	private long lastArrived;

	private int gone;

	private long toldVersion;

	private int toldSize;

	Cluster(ObservedComment first) {
		earliest = first;
		last = first.at();
		lastArrived = first.arrived();
		comments.add(first);
	}

	List<ObservedComment> comments() {
		return comments;
	}

	long lastArrived() {
		return lastArrived;
	}

	/** Whether a comment belongs to the stretch of time, as far as it is known. */
	boolean isNear(ObservedComment comment) {
		return comment.at() >= earliest.at() - comment.window() && comment.at() <= last + comment.window();
	}

	/** Takes over all comments of another cluster, and what was told of it. */
	void absorb(Cluster other) {
		other.comments.forEach(comment -> comment.moveTo(this));
		comments.addAll(other.comments);
		if (ObservedComment.IN_TIME.compare(other.earliest, earliest) < 0) {
			earliest = other.earliest;
		}
		last = Math.max(last, other.last);
		lastArrived = Math.max(lastArrived, other.lastArrived);
		gone += other.gone;
		toldIds = with(toldIds, other.toldIds);
		toldVersion = Math.max(toldVersion, other.toldVersion);
		toldSize = Math.max(toldSize, other.toldSize);
		reviews = with(reviews, other.reviews);
		if (other.review != null) {
			consider(other.review);
		}
	}

	/** One of its comments is no longer there. */
	void lost() {
		gone++;
	}

	/** Takes in a review; of several the latest counts. */
	void rule(CampaignReviewed news) {
		if (!reviews.contains(news.reviewId())) {
			reviews = with(reviews, Set.of(news.reviewId()));
			consider(news);
		}
	}

	private void consider(CampaignReviewed news) {
		CampaignReviewed known = review;
		if (known == null || news.reviewedAt().isAfter(known.reviewedAt())
				|| (news.reviewedAt().equals(known.reviewedAt()) && news.reviewId().compareTo(known.reviewId()) > 0)) {
			review = news;
		}
	}

	/** Rises with each comment that comes or goes, and each review. */
	long version() {
		return comments.size() + (long) gone + reviews.size();
	}

	int size() {
		return comments.size() - gone;
	}

	boolean wasTold() {
		return !toldIds.isEmpty();
	}

	boolean isNews() {
		return version() > toldVersion || toldIds.size() > 1;
	}

	/** Whether it has become so much larger that it should be told of while it grows. */
	boolean hasGrown() {
		return size() - toldSize >= Math.max(1, toldSize / 8);
	}

	/** How many of its comments were not told of yet. */
	int waiting() {
		return size() - toldSize;
	}

	/** Whether it is by several authors. */
	boolean isShared() {
		String author = earliest.member().authorKey();
		return comments.stream().anyMatch(comment -> !comment.member().authorKey().equals(author));
	}

	String id() {
		return CampaignId.of(earliest.site(), earliest.key());
	}

	ObservedComment earliest() {
		return earliest;
	}

	Set<String> toldIds() {
		return toldIds;
	}

	/** It was told of under this id, and to so many. */
	void told(String id, long version, int size) {
		toldIds = with(toldIds, Set.of(id));
		toldVersion = Math.max(toldVersion, version);
		toldSize = Math.max(toldSize, size);
	}

	/** What there is to tell; it counts as told. */
	CampaignSeen tell() {
		comments.sort(ObservedComment.IN_TIME);
		Set<String> authors = new HashSet<>();
		Set<Integer> threads = new HashSet<>();
		List<Member> joined = new ArrayList<>();
		Set<Imprint> texts = new LinkedHashSet<>();
		long same = 0;
		int links = 0;
		for (ObservedComment comment : comments) {
			if (texts.size() < MOST_TEXTS) {
				texts.add(comment.imprint());
			}
			if (comment.isGone()) {
				continue;
			}
			authors.add(comment.member().authorKey());
			threads.add(comment.thread());
			links += comment.links();
			same += comment.imprint().sameBins(earliest.imprint());
			if (!comment.isTold()) {
				joined.add(comment.member());
				comment.tell();
			}
		}
		String id = id();
		List<String> absorbed = toldIds.stream().filter(told -> !told.equals(id)).toList();
		toldIds = Set.of();
		told(id, version(), size());
		return new CampaignSeen(id, version(), earliest.site(), authors.size(), size(), threads.size(), links,
				similarity(same), earliest.time(), Instant.ofEpochMilli(last),
				texts.stream().map(Imprint::written).toList(), joined, absorbed, ruling());
	}

	private static Set<String> with(Set<String> some, Set<String> more) {
		if (more.isEmpty()) {
			return some;
		}
		Set<String> all = new TreeSet<>(some);
		all.addAll(more);
		return all;
	}

	private double similarity(long sameBins) {
		double all = (double) size() * Imprint.BINS;
		return (all > 0) ? Math.round(100 * sameBins / all) / 100.0 : 0;
	}

	private @Nullable Ruling ruling() {
		CampaignReviewed known = review;
		return (known != null) ? new Ruling(known.reviewId(), known.verdict(), known.moderator(), known.reviewedAt())
				: null;
	}

}
