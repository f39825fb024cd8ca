package io.parley.moderation.policy;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an author at the moment of a comment, the comment itself not counted
 * except where a window of time is told. A signal is asked for only when a rule reaches
 * it; one that throws makes the rule that asked fail. Windows are whole seconds, at least
 * one, at most {@link #LONGEST_WINDOW}, up to and including the comment.
 */
public interface AuthorSignals {

	/** The longest window that is asked for. */
	Duration LONGEST_WINDOW = Duration.ofHours(24);

	/** Larger rates need not be told apart, so conditions may not ask for them. */
	int LARGEST_RATE = 64;

	/** How many of the latest comments are known by more than their time. */
	int MOST_POSTS = 16;

	/** Comments whose decision in force is an approval. */
	int approved();

	int held();

	int rejected();

	/** Those of the approved comments that a moderator approved. */
	int approvedByModerators();

	/** Those of the rejected comments that a moderator rejected. */
	int rejectedByModerators();

	/** Share of rejections among what was decided, old ones counting less. */
	double rejectionRatio();

	/** Time since registration if known, else since the author was first seen. */
	Duration age();

	/** Time since the author's first comment. */
	Duration firstSeen();

	/** Comments in the window; from {@link #LARGEST_RATE} on, at least that many. */
	int rate(Duration window);

	/**
	 * Comments in the window, of the latest {@link #MOST_POSTS}, that say the same as
	 * this one, which is not counted.
	 */
	int repeats(Duration window);

	/** Links in the comments of the window, of the latest {@link #MOST_POSTS}. */
	int links(Duration window);

	/** Threads of the comments in the window, of the latest {@link #MOST_POSTS}. */
	int threads(Duration window);

	/** The role that the platform tells, or the empty string. */
	String role();

	/** How far the author is trusted by what a policy asks for. */
	default TrustLevel trust(Trust thresholds) {
		return thresholds.of(this);
	}

	/** Whether a moderator has shut the author out. */
	boolean banned();

	/** The end of the author's time-out, or null if there is none. */
	@Nullable Instant mutedUntil();

}
