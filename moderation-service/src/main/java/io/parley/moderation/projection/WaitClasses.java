package io.parley.moderation.projection;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Times in classes, each a fifth longer than the one before: a percentile that is read
 * from them is off by as much at most.
 */
public final class WaitClasses {

	/** Upper ends in milliseconds, from 1 ms to beyond an hour. */
	private static final long[] ENDS = IntStream.range(0, 84)
		.mapToLong(index -> (long) Math.ceil(Math.pow(1.2, index)))
		.toArray();

	private WaitClasses() {
	}

	/** The class of a time. */
	static int of(long millis) {
		int found = Arrays.binarySearch(ENDS, millis);
		return Math.min((found >= 0) ? found : -found - 1, ENDS.length - 1);
	}

	/**
	 * Within which time a share of the decisions came.
	 * @param counts of each class
	 * @param share from 0 to 1
	 * @return milliseconds, or -1 if there were none
	 */
	public static long percentile(List<Count> counts, double share) {
		long all = counts.stream().mapToLong(Count::decisions).sum();
		long needed = Math.max(1, (long) Math.ceil(all * share));
		long seen = 0;
		for (Count count : counts.stream().sorted().toList()) {
			seen += count.decisions();
			if (seen >= needed) {
				return ENDS[Math.clamp(count.waitClass(), 0, ENDS.length - 1)];
			}
		}
		return -1;
	}

	/** How many decisions took a time of a class. */
	public record Count(int waitClass, long decisions) implements Comparable<Count> {

		@Override
		public int compareTo(Count other) {
			return Integer.compare(waitClass, other.waitClass);
		}

	}

}
