package io.parley.moderation.policy;

/**
 * How the thread of a comment goes in the ten minutes around it, in steps.
 *
 * @param pace comments in a minute
 * @param newAuthors distinct authors whose first comment was less than a day before
 * @param heldShare share of the comments that were held or rejected, from 0 to 1
 */
public record ThreadFacts(double pace, int newAuthors, double heldShare) {

	/** A quiet thread. */
	public static final ThreadFacts QUIET = new ThreadFacts(0, 0, 0);

}
