package io.parley.moderation.signal;

import java.util.List;

import io.parley.contract.Signal;

/**
 * Adds up observations and tells what they come to. What is told in the end depends on
 * the set of observations alone, not on the order in which they come. Not thread-safe.
 */
public interface Fold {

	/** So long after the last observation nothing is left to be told. */
	long LONGEST_WAIT_MILLIS = 10_000;

	/** Whether an observation is this fold's. */
	boolean takes(Observation observation);

	/**
	 * Takes in one more.
	 * @param now when it arrived, in epoch milliseconds; decides what is forgotten, never
	 * what is told
	 * @return what has to be told at once
	 */
	List<Signal> on(Observation observation, long now);

	/** What was left to be told until fewer observations come. Called now and then. */
	List<Signal> quiet(long now);

}
