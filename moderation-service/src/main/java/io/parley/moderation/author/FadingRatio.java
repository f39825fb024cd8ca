package io.parley.moderation.author;

import java.time.Duration;

/**
 * The share of rejections among verdicts of which old ones count less: half as much for
 * each half-life. The order in which verdicts come does not matter.
 *
 * @param rejected weight of the rejections, as of {@code asOf}
 * @param decided weight of approvals and rejections
 * @param asOf epoch milliseconds of the latest of them
 */
record FadingRatio(double rejected, double decided, long asOf) {

	/** After this a verdict counts half. */
	static final Duration HALF_LIFE = Duration.ofDays(30);

	/** Less is the rounding of what was added and taken away again. */
	private static final double NOTHING = 1e-9;

	static final FadingRatio NONE = new FadingRatio(0, 0, Long.MIN_VALUE);

	/**
	 * With a verdict more, or less.
	 * @param weight 1 or -1
	 */
	FadingRatio with(boolean rejection, int weight, long at) {
		long newest = Math.max(asOf, at);
		double kept = (asOf == Long.MIN_VALUE) ? 0 : faded(newest - asOf);
		double added = weight * faded(newest - at);
		double all = decided * kept + added;
		if (all < NOTHING) {
			return NONE;
		}
		return new FadingRatio(Math.clamp(rejected * kept + (rejection ? added : 0), 0, all), all, newest);
	}

	/** From 0 to 1; 0 where nothing was decided. */
	double value() {
		return (decided > 0) ? rejected / decided : 0;
	}

	/** The same on all machines, unlike what Math gives. */
	private static double faded(long millis) {
		return StrictMath.pow(0.5, (double) millis / HALF_LIFE.toMillis());
	}

}
