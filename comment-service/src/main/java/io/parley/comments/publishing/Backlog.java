package io.parley.comments.publishing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Measures how many rows are due, often enough for an alert and cheap at any size.
 */
class Backlog {

	private static final int COUNTED_UP_TO = 100_000;

	private final List<Outbox> outboxes;

	private final AtomicInteger due = new AtomicInteger();

	Backlog(List<Outbox> outboxes, MeterRegistry meters) {
		this.outboxes = List.copyOf(outboxes);
		Gauge.builder("parley.publish.backlog", due, AtomicInteger::get)
			.description("Rows that are due to be published, counted up to " + COUNTED_UP_TO)
			.register(meters);
	}

	@Scheduled(fixedDelayString = "10s")
	void measure() {
		try {
			due.set(outboxes.stream().mapToInt(outbox -> outbox.countDue(COUNTED_UP_TO)).sum());
		}
		catch (DataAccessException _) {
			// The health of the database says so; the gauge keeps its last value.
		}
	}

}
