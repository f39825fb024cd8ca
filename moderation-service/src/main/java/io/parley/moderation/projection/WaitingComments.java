package io.parley.moderation.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures the queue of the moderators. It is one for all instances, each of which tells
 * of it. Thread-safe.
 */
@Component
public class WaitingComments {

	private static final int COUNTED_UP_TO = 100_000;

	private static final String WAITING = """
			from decision d join comment c on c.comment_id = d.comment_id
			where d.verdict = 'HOLD' and not c.withdrawn and c.revision = d.revision""";

	private final JdbcClient jdbc;

	private volatile Waiting waiting = new Waiting(0, Duration.ZERO);

	WaitingComments(JdbcClient jdbc, MeterRegistry meters) {
		this.jdbc = jdbc;
		Gauge.builder("parley.queue.depth", () -> waiting.comments())
			.description("Comments that wait for a moderator, counted up to " + COUNTED_UP_TO)
			.register(meters);
		TimeGauge.builder("parley.queue.age", () -> waiting.age().toMillis(), TimeUnit.MILLISECONDS)
			.description("Time since the oldest of these comments was written")
			.register(meters);
	}

	/** As it was some seconds ago. */
	public Waiting last() {
		return waiting;
	}

	@Scheduled(fixedDelayString = "10s")
	void measure() {
		try {
			waiting = jdbc.sql("""
					select (select count(*) from (select 1 %1$s limit :most) as waiting) as comments,
					  coalesce((select extract(epoch from now() - d.decided_at) %1$s
					    order by d.decided_at limit 1), 0) as age""".formatted(WAITING))
				.param("most", COUNTED_UP_TO)
				.query((row, _) -> new Waiting(row.getInt("comments"),
						Duration.ofMillis((long) (Math.max(0, row.getDouble("age")) * 1000))))
				.single();
		}
		catch (DataAccessException _) {
			// The health of the database says so; the gauges keep their last values.
		}
	}

	/**
	 * The queue's size.
	 *
	 * @param age of the oldest comment, zero if there is none
	 */
	public record Waiting(int comments, Duration age) {

	}

}
