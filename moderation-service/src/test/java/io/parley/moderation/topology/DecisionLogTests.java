package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionLogTests {

	private static final Decision DECISION = new Decision("d1", "c1", 1, 1, "blog", "summit", "blog/lena",
			Verdict.REJECT, DecisionSource.RULES, 7, new Decision.Bands(5, 10), "hash",
			List.of(new Hit("slur", RuleMode.LIVE, Effect.REJECT, 0, "hate",
					List.of(new Hit.Span("body", 0, 5, "slurs", "nasty")), Map.of()),
					new Hit("new-rule", RuleMode.SHADOW, Effect.HOLD, 0, null, List.of(), Map.of())),
			Verdict.REJECT, List.of(new Decision.Degraded("slow-rule", "timeout")),
			new Decision.PublicReason("hate", "Not here."), null, null, Instant.parse("2026-11-23T10:00:00Z"));

	@Test
	void given_a_decision_then_its_line_is_json_that_says_why_and_quotes_nothing() {
		RecordHeaders headers = new RecordHeaders();
		headers.add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));

		String line = DecisionLog.line(DECISION, headers, 120, 8);

		JsonNode json = Json.MAPPER.readTree(line);
		assertThat(line).doesNotContain("\n").doesNotContain("nasty");
		assertThat(json.path("verdict").asString()).isEqualTo("REJECT");
		assertThat(json.path("rules").toString()).isEqualTo("[\"slur\"]");
		assertThat(json.path("shadowRules").toString()).isEqualTo("[\"new-rule\"]");
		assertThat(json.path("degraded").toString()).isEqualTo("[\"slow-rule\"]");
		assertThat(json.path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(json.path("micros").asInt()).isEqualTo(120);
	}

	@Test
	void given_a_trace_header_of_another_form_then_the_line_is_without_it() {
		RecordHeaders headers = new RecordHeaders();
		headers.add("traceparent", "garbage".getBytes(UTF_8));

		assertThat(Json.MAPPER.readTree(DecisionLog.line(DECISION, headers, 1, 1)).has("traceId")).isFalse();
	}

}
