package io.parley.comments;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.parley.backends.Backends;
import io.parley.backends.Database;
import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.OnSharedBackends;
import io.parley.comments.fixture.OpenApi;
import io.parley.comments.fixture.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static io.parley.comments.fixture.Platform.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A database of its own, killed and started again on the same port and data. */
class DatabaseAwayTest {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	@Test
	void the_service_says_so_and_nothing_of_the_inside_and_is_ready_again_afterwards() {
		Database database = Database.start(folder, 0);
		try (ConfigurableApplicationContext service = start(database)) {
			Platform platform = new Platform(
					Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")),
					Platform.DAILY);
			assertThat(platform.post(comment("t", "a", "b")).status()).isEqualTo(202);
			assertThat(readiness(platform)).isEqualTo(200);

			database.kill();

			await().atMost(PATIENCE).until(() -> readiness(platform) == 503);
			assertThat(platform.as("").get("/actuator/health/liveness").status()).isEqualTo(200);
			OpenApi.DESCRIPTION.operations()
				.stream()
				// One needs no database, the other does not end.
				.filter(operation -> !operation.path().matches(".*(openapi.json|/stream)"))
				.forEach(operation -> assertUnavailable(platform.send(operation.method(), path(operation.path()),
						BodyPublishers.ofString(body(operation.path())), "Content-Type", "application/json")));

			database = Database.start(folder, database.port());
			await().atMost(PATIENCE).until(() -> readiness(platform) == 200);
			assertThat(platform.post(comment("t", "a", "b")).status()).isEqualTo(202);
		}
		finally {
			database.kill();
		}
	}

	private static void assertUnavailable(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(503);
		assertThat(answer.header("Retry-After")).isNotEmpty();
		assertThat(answer.at("/type")).isEqualTo("urn:parley:problem:unavailable");
	}

	private static int readiness(Platform platform) {
		return platform.as("").get("/actuator/health/readiness").status();
	}

	private static String path(String template) {
		return template.replace("{id}", UUID.randomUUID().toString());
	}

	private static String body(String path) {
		return switch (path) {
			case "/v1/comments" -> comment("t", "a", "b");
			case "/v1/comments:batch" -> "{\"comments\": [" + comment("t", "a", "b") + "]}";
			case "/v1/comments/{id}" -> "{\"body\": \"b\"}";
			case "/v1/threads:counts" -> "{\"ids\": [\"t\"]}";
			case "/v1/authors/{id}" -> "{\"approved\": 3}";
			default -> "";
		};
	}

	private static ConfigurableApplicationContext start(Database database) {
		Map<String, Object> settings = new HashMap<>(OnSharedBackends.settings(Backends.shared().bootstrapServers()));
		database.createDatabase("away");
		settings.put("spring.datasource.url", database.jdbcUrl("away"));
		settings.put("spring.datasource.username", database.user());
		settings.put("spring.datasource.password", database.password());
		settings.put("spring.datasource.hikari.connection-timeout", "500");
		settings.put("spring.datasource.hikari.validation-timeout", "400");
		return SpringApplication.run(CommentServiceApplication.class,
				settings.entrySet()
					.stream()
					.map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
					.toArray(String[]::new));
	}

}
