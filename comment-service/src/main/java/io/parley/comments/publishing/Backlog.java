package io.parley.comments.publishing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.parley.comments.publishing.Outbox.Due;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Measures how many rows are due, often enough for an alert and cheap at any size.
 */
class Backlog {

	private static final int COUNTED_UP_TO = 100_000;

	private final List<Outbox> outboxes;

	private volatile Due due = new Due(0, Duration.ZERO);

	Backlog(List<Outbox> outboxes, MeterRegistry meters) {
		this.outboxes = List.copyOf(outboxes);
		Gauge.builder("parley.publish.backlog", () -> due.rows())
			.description("Rows that are due to be published, counted up to " + COUNTED_UP_TO)
			.register(meters);
		TimeGauge.builder("parley.publish.backlog.age", () -> due.age().toMillis(), TimeUnit.MILLISECONDS)
			.description("Time since the oldest of these rows was written")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "10s")
	void measure() {
		try {
			due = outboxes.stream()
				.map(outbox -> outbox.due(COUNTED_UP_TO))
				.reduce(new Due(0, Duration.ZERO), (one, other) -> new Due(one.rows() + other.rows(),
						(one.age().compareTo(other.age()) > 0) ? one.age() : other.age()));
		}
		catch (DataAccessException _) {
			// The health of the database says so; the gauges keep their last values.
		}
	}

}
