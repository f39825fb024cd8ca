package io.parley.comments.decision;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contract.Decision;
import io.parley.contract.Decision.PublicReason;
import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Writes decisions into the comments' rows. Applying one twice, late or out of order
 * changes nothing: only a higher ordinal of the row's own revision counts.
 */
@Component
public class DecisionStore {

	private static final String APPLY = """
			update comment c set
			  status = d.status, ordinal = d.ordinal, decision_id = d.decision_id, source = d.source,
			  policy_hash = d.policy_hash, reason_code = d.reason_code, reason_text = d.reason_text,
			  decided_at = d.decided_at, publish_due = null,
			  shown_change = case when d.status = 'APPROVED' or c.shown_change is not null then pg_current_xact_id() end
			from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as d (id, site, revision, ordinal, status, decision_id,
			  source, policy_hash, reason_code, reason_text, decided_at)
			where c.id = d.id and c.site = d.site and c.revision = d.revision and c.ordinal < d.ordinal
			  and c.status <> 'WITHDRAWN'
			returning case when d.source = 'RULES' then extract(epoch from clock_timestamp() - c.changed_at) end as waited
			""";

	private static final Duration[] LATENCIES = IntStream
		.of(10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
		.mapToObj(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final JdbcClient jdbc;

	private final Timer latency;

	DecisionStore(JdbcClient jdbc, MeterRegistry meters) {
		this.jdbc = jdbc;
		this.latency = Timer.builder("parley.decision.latency")
			.description(
					"From the commit of a comment or an edit to its automatic decision in its row, by the database's clock")
			.serviceLevelObjectives(LATENCIES)
			.register(meters);
	}

	/**
	 * Applies decisions in one statement; the comment id of each is a UUID.
	 * @return how many rows changed
	 */
	public int apply(List<Decision> decisions) {
		Collection<Decision> last = highestOfEach(decisions);
		if (last.isEmpty()) {
			return 0;
		}
		List<Double> waited = jdbc.sql(APPLY)
			.param(array("uuid", last, decision -> UUID.fromString(decision.commentId())))
			.param(array("text", last, Decision::site))
			.param(array("int", last, Decision::revision))
			.param(array("int", last, Decision::ordinal))
			.param(array("text", last, decision -> statusAfter(decision.verdict())))
			.param(array("text", last, Decision::decisionId))
			.param(array("text", last, decision -> decision.source().name()))
			.param(array("text", last, Decision::policyHash))
			.param(array("text", last, decision -> code(decision.publicReason())))
			.param(array("text", last, decision -> text(decision.publicReason())))
			.param(array("timestamptz", last, decision -> Timestamp.from(decision.decidedAt())))
			.query((row, _) -> row.getDouble("waited"))
			.list();
		// A moderator's decision, whose time says nothing about the service, reads as
		// zero.
		waited.stream()
			.filter(seconds -> seconds > 0)
			.forEach(seconds -> latency.record((long) (seconds * 1e6), TimeUnit.MICROSECONDS));
		return waited.size();
	}

	/**
	 * A row is updated once per statement, so each comment may appear only once in it.
	 */
	private static Collection<Decision> highestOfEach(List<Decision> decisions) {
		Map<String, Decision> highest = new HashMap<>();
		for (Decision decision : decisions) {
			highest.merge(decision.commentId() + '/' + decision.revision(), decision,
					(a, b) -> (a.ordinal() >= b.ordinal()) ? a : b);
		}
		return highest.values();
	}

	private static String statusAfter(Verdict verdict) {
		return switch (verdict) {
			case APPROVE -> "APPROVED";
			case HOLD -> "HELD";
			case REJECT -> "REJECTED";
		};
	}

	private static @Nullable String code(@Nullable PublicReason reason) {
		return (reason != null) ? reason.code() : null;
	}

	private static @Nullable String text(@Nullable PublicReason reason) {
		return (reason != null) ? reason.text() : null;
	}

	private static SqlArrayValue array(String type, Collection<Decision> decisions,
			Function<Decision, @Nullable Object> column) {
		return new SqlArrayValue(type, decisions.stream().map(column).toArray());
	}

}
