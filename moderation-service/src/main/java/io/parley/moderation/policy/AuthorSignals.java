package io.parley.moderation.policy;

import java.time.Duration;

/**
 * What is known of an author at the moment of a comment, the comment itself not counted
 * except in {@link #rate}. A signal is asked for only when a rule reaches it; one that
 * throws makes the rule that asked fail.
 */
public interface AuthorSignals {

	/** The longest window that {@link #rate} is asked for. */
	Duration LONGEST_WINDOW = Duration.ofHours(24);

	/** Larger rates need not be told apart, so conditions may not ask for them. */
	int LARGEST_RATE = 64;

	/** Comments whose decision in force is an approval. */
	int approved();

	int held();

	int rejected();

	/** Time since registration if known, else since the author was first seen. */
	Duration age();

	/**
	 * Comments in the window up to and including this one; from {@link #LARGEST_RATE} on,
	 * at least that many.
	 * @param window whole seconds, at least one, at most {@link #LONGEST_WINDOW}
	 */
	int rate(Duration window);

	boolean trusted();

	/** The role that the platform tells, or the empty string. */
	String role();

}
