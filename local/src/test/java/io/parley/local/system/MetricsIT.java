package io.parley.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.parley.contract.Topics;
import io.parley.local.chaos.Log;
import io.parley.local.command.Checkout;
import io.parley.local.up.RunFile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * What a Prometheus finds on the real services after they have had something to do, and
 * the table of it in the documentation. {@code -Dparley.docs=write} writes the table.
 */
class MetricsIT {

	private static final Path TABLE = Checkout.folder().resolve("docs/metrics.md");

	private static final String TWO_LINKS = "See https://news.example.org/a and https://news.example.net/b";

	private final RunFile parley = Installations.shared().runFile();

	private final Platform platform = new Platform(parley);

	@Test
	void given_services_that_had_all_to_do_then_the_documented_metrics_are_all_and_only_those_there() throws Exception {
		doAllThereIsToDo();

		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			String table = ScrapedMetrics.of(scrape(parley.commentsUrl())).section("Comment service")
					+ ScrapedMetrics.of(scrape(parley.moderationUrl())).section("Moderation service");
			if ("write".equals(System.getProperty("parley.docs"))) {
				ScrapedMetrics.writeInto(TABLE, table);
			}
			assertThat(Files.readString(TABLE)).as("docs/metrics.md; -Dparley.docs=write writes it").contains(table);
		});
	}

	@Test
	void given_a_moderation_service_then_the_libraries_metrics_are_there_but_none_for_each_store() {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(scrape(parley.moderationUrl()))
				.contains("# TYPE kafka_consumer_fetch_manager_records_lag_max ",
						"# TYPE kafka_stream_alive_stream_threads ", "# TYPE hikaricp_connections_active ",
						"# TYPE jvm_memory_used_bytes ")
				.doesNotContainPattern("kafka_stream_state_(?!updater_)"));
	}

	private void doAllThereIsToDo() throws Exception {
		platform.comment("calm", "Talks are better than silence.", UUID.randomUUID().toString(), 10);
		String held = Platform
			.json(platform.comment("new" + UUID.randomUUID(), TWO_LINKS, UUID.randomUUID().toString(), 10))
			.path("id")
			.asString();
		await().untilAsserted(() -> assertThat(platform.review(held, "APPROVE").statusCode()).isEqualTo(202));
		new Log(parley.bootstrapServers()).write(List.of(unreadable(Topics.COMMENTS)));
	}

	private static ConsumerRecord<byte[], byte[]> unreadable(String topic) {
		byte[] bytes = "unreadable".getBytes(UTF_8);
		return new ConsumerRecord<>(topic, 0, 0, 0, TimestampType.CREATE_TIME, bytes.length, bytes.length, bytes, bytes,
				new RecordHeaders(), Optional.empty());
	}

	private static String scrape(String service) throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			var answer = http.send(HttpRequest.newBuilder(URI.create(service + "/actuator/prometheus")).build(),
					BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			return answer.body();
		}
	}

}
