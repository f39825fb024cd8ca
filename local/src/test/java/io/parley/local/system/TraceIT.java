package io.parley.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

import io.parley.contract.Topics;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The trace of a request, from HTTP through both topics to the line about its decision.
 */
class TraceIT {

	private final LocalInstallation installation = Installations.shared();

	private final Platform platform = new Platform(installation.runFile());

	private final Log log = new Log(installation.runFile().bootstrapServers());

	@Test
	void given_a_traced_request_then_its_event_its_decision_and_the_decisions_line_tell_its_trace() throws Exception {
		String trace = newTrace();
		String id = Platform.json(platform.traced(trace).comment("traced", "Calm words.", trace, 10))
			.path("id")
			.asString();

		assertThat(traceOf(Topics.COMMENTS, id)).isEqualTo(trace);
		assertThat(traceOf(Topics.DECISIONS, id)).isEqualTo(trace);
		Path lines = installation.runFile().data().resolve("logs/moderation-service-1.log");
		await().untilAsserted(() -> assertThat(Files.readString(lines)
			.lines()
			.filter(line -> line.startsWith("{\"event\":\"decision\"") && line.contains(id))).singleElement()
			.asString()
			.contains("\"traceId\":\"" + trace + "\"")
			.doesNotContain("Calm words"));
	}

	@Test
	@Tag("thorough")
	void given_a_traced_request_while_kafka_is_away_then_its_event_tells_its_trace_all_the_same() throws Exception {
		String trace = newTrace();
		installation.broker().kill();
		String id = Platform.json(platform.traced(trace).comment("patient", "Words that wait.", trace, 0))
			.path("id")
			.asString();
		installation.startBroker();

		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(platform.show(id).path("status").asString()).isEqualTo("APPROVED"));
		assertThat(traceOf(Topics.COMMENTS, id)).isEqualTo(trace);
	}

	private static String newTrace() {
		return UUID.randomUUID().toString().replace("-", "");
	}

	/** The trace that the first record about the comment tells. */
	private String traceOf(String topic, String commentId) {
		return log.read(topic)
			.stream()
			.filter(message -> commentId.equals(text(message.headers().lastHeader("ce_subject"))))
			.map(message -> text(message.headers().lastHeader("traceparent")))
			.map(traceparent -> (traceparent.length() > 35) ? traceparent.substring(3, 35) : traceparent)
			.findFirst()
			.orElse("no record about " + commentId);
	}

	private static String text(@Nullable Header header) {
		return (header != null) ? new String(header.value(), UTF_8) : "";
	}

}
