package io.parley.local.replay;

import java.util.Locale;

import io.parley.local.table.VerdictTable;
import org.HdrHistogram.Histogram;

/**
 * How a replay went.
 *
 * @param sent comments that were accepted
 * @param decided those of them whose decision has come
 * @param again further decisions, after more was known of others
 * @param latencies from the request to the decision, in microseconds
 * @param rate decisions per second, from the first request to the last decision
 */
record Result(long sent, long decided, long again, Histogram latencies, double rate, VerdictTable verdicts) {

	/** The last line of the command's output. */
	String summary() {
		return String.format(Locale.ROOT, "sent=%d decided=%d %s rate=%.0f/s", sent, decided, percentiles(latencies),
				rate);
	}

	/** The middle and the tail, in whole milliseconds. */
	static String percentiles(Histogram micros) {
		return String.format(Locale.ROOT, "p50=%.0fms p99=%.0fms", micros.getValueAtPercentile(50) / 1000.0,
				micros.getValueAtPercentile(99) / 1000.0);
	}

}
