package io.parley.benchmarks.service;

import java.time.Duration;
import java.util.Locale;

import org.HdrHistogram.Histogram;

/**
 * What became of a load.
 *
 * @param latencies in microseconds
 * @param refused answers other than 2xx
 */
public record Posted(Histogram latencies, long refused, Duration time) {

	static Posted nothing() {
		return new Posted(histogram(), 0, Duration.ZERO);
	}

	static Histogram histogram() {
		return new Histogram(60_000_000L, 3);
	}

	Posted and(Posted other) {
		Histogram both = this.latencies.copy();
		both.add(other.latencies);
		return new Posted(both, this.refused + other.refused, this.time);
	}

	Posted in(Duration whole) {
		return new Posted(this.latencies, this.refused, whole);
	}

	double perSecond() {
		return this.latencies.getTotalCount() * 1e9 / this.time.toNanos();
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.0f/s p50=%.1f ms p99=%.1f ms%s", perSecond(),
				this.latencies.getValueAtPercentile(50) / 1e3, this.latencies.getValueAtPercentile(99) / 1e3,
				(this.refused > 0) ? " REFUSED=" + this.refused : "");
	}

}
