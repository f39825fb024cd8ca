package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.local.system.Collector.Span;
import io.parley.local.up.FreePorts;
import io.parley.local.up.InstallationOptions;
import io.parley.local.up.LocalInstallation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trace from the request through Kafka to the decision, and back to the row. */
@Tag("thorough")
class TraceExportIT {

	@Test
	void given_a_collector_then_the_request_its_moderation_and_its_application_are_one_trace(@TempDir Path data)
			throws Exception {
		try (Collector collector = new Collector();
				LocalInstallation installation = LocalInstallation.start(exportingTo(collector, data))) {
			String trace = UUID.randomUUID().toString().replace("-", "");
			Platform platform = new Platform(installation.runFile()).traced(trace);

			platform.comment("traced", "Talks are better than silence.", trace, 10);

			await().atMost(Duration.ofSeconds(60))
				.untilAsserted(() -> assertThat(collector.trace(trace)).extracting(Span::name)
					.contains("moderate comment", "apply decision"));
			List<Span> spans = collector.trace(trace);
			Span request = named(spans, "http post /v1/comments");
			Span moderated = named(spans, "moderate comment");
			Span applied = named(spans, "apply decision");
			assertThat(List.of(request.service(), moderated.service(), applied.service()))
				.containsExactly("parley-comments", "moderation-service", "parley-comments");
			assertThat(moderated.parentId()).isEqualTo(request.id());
			assertThat(applied.parentId()).isEqualTo(moderated.id());
		}
	}

	private static Span named(List<Span> spans, String name) {
		return spans.stream()
			.filter(span -> span.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No " + name + " in " + spans));
	}

	private static InstallationOptions exportingTo(Collector collector, Path data) {
		return FreePorts.options(data, 1, null, Map.of("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
				collector.url().toString(), "MANAGEMENT_TRACING_SAMPLING_PROBABILITY", "1.0"));
	}

}
