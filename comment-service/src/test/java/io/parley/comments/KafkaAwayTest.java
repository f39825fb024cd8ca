package io.parley.comments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.parley.backends.Broker;
import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.OnSharedBackends;
import io.parley.comments.fixture.Platform;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.TopicProvisioner;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static io.parley.comments.fixture.Moderation.decision;
import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker of its own, stopped and started again on the same port and data. */
class KafkaAwayTest {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	private Broker broker;

	private Map<String, Object> settings;

	@BeforeEach
	void startBroker() {
		broker = Broker.start(folder, 0);
		settings = new HashMap<>(OnSharedBackends.settings(broker.bootstrapServers()));
	}

	@AfterEach
	void stopBroker() {
		broker.kill();
	}

	@Test
	void the_backlog_drains_by_itself_when_kafka_is_back() {
		try (ConfigurableApplicationContext service = startService()) {
			Platform platform = platform(service);
			awaitPublishing(platform, "at once");
			broker.kill();
			List<String> authors = IntStream.range(0, 20).mapToObj(_ -> newId()).toList();

			List<Answer> answers = authors.stream().map(author -> platform.post(comment("t", author, "b"))).toList();

			assertThat(answers).extracting(Answer::status).containsOnly(202);
			assertThat(platform.get("/actuator/health/readiness").status()).isEqualTo(200);
			awaitPublishing(platform, "waiting for Kafka");
			Answer told = platform.put("/v1/authors/late", "{\"approved\": 3}");
			Answer waiting = platform.post(comment("t", "late", "b"), "Prefer", "wait=10");
			assertThat(told.status()).isEqualTo(202);
			assertThat(told.at("/status")).isEqualTo("STORED");
			assertThat(waiting.status()).isEqualTo(202);

			broker = Broker.start(folder, broker.port());
			try (Moderation moderation = new Moderation(broker.bootstrapServers())) {
				for (String author : authors) {
					CommentSubmitted comment = moderation.commentBy("daily/" + author);
					moderation.publish(decision(comment, Verdict.APPROVE));
				}
				assertThat(moderation.eventBy("daily/late")).isInstanceOf(AuthorFacts.class);
			}
			await().atMost(PATIENCE)
				.until(() -> answers.stream()
					.allMatch(answer -> platform.get(answer.at("/links/self")).at("/status").equals("APPROVED")));
			awaitPublishing(platform, "at once");
		}
	}

	@Test
	@Tag("thorough")
	void a_service_that_starts_without_kafka_takes_comments_and_the_next_process_publishes_them() {
		broker.kill();
		String author = newId();
		Answer answer;
		try (ConfigurableApplicationContext service = startService()) {
			Platform platform = platform(service);
			answer = platform.post(comment("t", author, "b"), "Prefer", "wait=10");
			assertThat(platform.get("/actuator/health/readiness").status()).isEqualTo(200);
			assertThat(platform.get("/actuator/health").at("/components/kafka/status")).isEqualTo("DOWN");
		}
		broker = Broker.start(folder, broker.port());

		try (ConfigurableApplicationContext _ = startService();
				Moderation moderation = new Moderation(broker.bootstrapServers())) {
			assertThat(answer.status()).isEqualTo(202);
			assertThat(moderation.commentBy("daily/" + author).commentId()).isEqualTo(answer.at("/id"));
		}
	}

	@Test
	@Tag("thorough")
	void topics_that_turn_out_to_differ_are_told_by_health_while_comments_are_kept() {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			TopicProvisioner.provision(admin, List.of(Topics.of(2, (short) 1, Duration.ofDays(400)).comments()));
		}
		broker.kill();
		try (ConfigurableApplicationContext service = startService()) {
			Platform platform = platform(service);

			broker = Broker.start(folder, broker.port());

			await().atMost(PATIENCE)
				.until(() -> platform.get("/actuator/health").at("/components/kafka/details/topics"),
						topics -> topics.contains("comments has 2 partitions, not 12"));
			assertThat(platform.post(comment("t", "a", "b")).status()).isEqualTo(202);
		}
	}

	private static void awaitPublishing(Platform platform, String state) {
		await().atMost(PATIENCE)
			.until(() -> platform.get("/actuator/health").at("/components/kafka/details/publishing"), state::equals);
	}

	private static Platform platform(ConfigurableApplicationContext service) {
		return new Platform(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")),
				Platform.DAILY);
	}

	private ConfigurableApplicationContext startService() {
		return SpringApplication.run(CommentServiceApplication.class,
				settings.entrySet()
					.stream()
					.map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
					.toArray(String[]::new));
	}

}
