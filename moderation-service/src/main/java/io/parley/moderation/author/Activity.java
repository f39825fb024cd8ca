package io.parley.moderation.author;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.parley.moderation.policy.AuthorSignals;

/**
 * What an author did lately, by event time, in whatever order it came.
 *
 * @param times of the latest submissions in epoch milliseconds, earliest first, at most
 * {@value AuthorSignals#LARGEST_RATE}
 * @param posts the latest comments, earliest first, at most
 * {@value AuthorSignals#MOST_POSTS}
 */
record Activity(List<Long> times, List<Posted> posts) {

	static final Activity NONE = new Activity(List.of(), List.of());

	/** By more than the time, so that equal times have one order. */
	private static final Comparator<Posted> IN_TIME = Comparator.comparingLong(Posted::at)
		.thenComparingInt(Posted::comment);

	Activity {
		times = List.copyOf(times);
		posts = List.copyOf(posts);
	}

	Activity submitted(Instant at) {
		List<Long> more = new ArrayList<>(times.size() + 1);
		more.addAll(times);
		int found = Collections.binarySearch(more, at.toEpochMilli());
		more.add(found < 0 ? -found - 1 : found, at.toEpochMilli());
		return new Activity(last(more, AuthorSignals.LARGEST_RATE), posts);
	}

	/** With a comment; a new revision takes the place of the one before. */
	Activity posted(Posted post) {
		List<Posted> more = new ArrayList<>(posts.size() + 1);
		long at = post.at();
		for (Posted earlier : posts) {
			if (earlier.comment() == post.comment()) {
				at = earlier.at();
			}
			else {
				more.add(earlier);
			}
		}
		more.add(new Posted(at, post.comment(), post.thread(), post.links(), post.text()));
		more.sort(IN_TIME);
		return new Activity(times, last(more, AuthorSignals.MOST_POSTS));
	}

	/** Submissions later than the start of the window and not later than now. */
	int rate(Duration window, Instant now) {
		long end = now.toEpochMilli();
		long start = now.minus(window).toEpochMilli();
		return (int) times.stream().filter(at -> at > start && at <= end).count();
	}

	/** The latest comments in the window. */
	Stream<Posted> posts(Duration window, Instant now) {
		long end = now.toEpochMilli();
		long start = now.minus(window).toEpochMilli();
		return posts.stream().filter(post -> post.at() > start && post.at() <= end);
	}

	private static <T> List<T> last(List<T> items, int most) {
		return items.subList(Math.max(0, items.size() - most), items.size());
	}

}
