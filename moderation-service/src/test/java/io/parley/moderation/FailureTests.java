package io.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.parley.backends.Database;
import io.parley.moderation.fixture.Answer;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import io.parley.moderation.fixture.OnSharedBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What is answered when something fails. That no answer of any test tells of the inside
 * is checked by {@link Moderator}.
 */
@ModerationServiceTest
class FailureTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Autowired
	private Moderator moderator;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET    | /v1/queue?limit=many                       | 400
			GET    | /v1/queue?limit=99999999999999999999       | 400
			GET    | /v1/queue?limit=-1                         | 400
			GET    | /v1/queue?cursor=%00                       | 400
			GET    | /v1/queue?cursor=MjAyNi0xMS0yMFQyMDowMDowMFo | 400
			GET    | /v1/queue?cursor=WyItOTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiIsIngiXQ | 200
			GET    | /v1/campaigns?cursor=WyItOTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiIsIngiXQ | 200
			GET    | /v1/sanctions?cursor=WyItOTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiIsIngiXQ | 200
			GET    | /v1/campaigns?cursor=MjAyNi0xMS0yMFQyMDowMDowMFo | 400
			GET    | /v1/queue?site=%F0%9F                      | 400
			GET    | /v1/queue?site=%00                         | 400
			GET    | /v1/decisions/%00                          | 400
			GET    | /v1/decisions/%ED%A0%80                    | 400
			GET    | /v1/decisions/a%2Fb                        | 400
			GET    | /v1/decisions/'%20or%20'1'='1              | 404
			GET    | /v1/reviews                                | 405
			DELETE | /v1/queue                                  | 405
			POST   | /v1/reviews                                | 400
			POST   | /v1/sanctions                              | 400
			POST   | /v1/projection/rebuild                     | 403
			TRACE  | /v1/queue                                  | 405
			GET    | /actuator/env                              | 404
			GET    | /actuator/heapdump                         | 404
			GET    | /error                                     | 404
			""")
	void given_what_makes_no_sense_then_a_problem_says_so(String method, String path, int status) {
		Answer answer = moderator.send(method, path, BodyPublishers.noBody());

		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		if (status >= 400) {
			assertThat(answer.problem()).isNotBlank();
		}
	}

	@Test
	void given_no_database_then_the_service_says_so_and_is_ready_again_when_it_is_back(@TempDir Path folder) {
		Database database = Database.start(folder, 0);
		database.createDatabase("away");
		try (ConfigurableApplicationContext service = start(database)) {
			Moderator there = Moderator
				.at(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
			await().atMost(PATIENCE).until(() -> readiness(there) == 200);

			database.kill();

			await().atMost(PATIENCE).until(() -> readiness(there) == 503);
			assertThat(there.as("").get("/actuator/health/liveness").status()).isEqualTo(200);
			assertUnavailable(there.get("/v1/queue"));
			assertUnavailable(there.get("/v1/decisions/c1"));
			assertUnavailable(
					there.review("{\"commentId\":\"c1\",\"revision\":1,\"verdict\":\"HOLD\"}", "database-away"));
			assertUnavailable(there.asAdmin().post("/v1/projection/rebuild", ""));

			database = Database.start(folder, database.port());
			await().atMost(PATIENCE).until(() -> readiness(there) == 200);
			assertThat(there.get("/v1/queue").status()).isEqualTo(200);
		}
		finally {
			database.kill();
		}
	}

	private static void assertUnavailable(Answer answer) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(503);
		assertThat(answer.problem()).contains("The database does not answer");
		assertThat(answer.headers().firstValue("Retry-After")).isPresent();
	}

	private static int readiness(Moderator there) {
		return there.as("").get("/actuator/health/readiness").status();
	}

	private static ConfigurableApplicationContext start(Database database) {
		List<String> settings = new ArrayList<>(
				OnSharedBackends.settings(database.jdbcUrl("away"), database.user(), database.password()));
		settings.add("server.port=0");
		settings.add("spring.datasource.hikari.connection-timeout=500");
		settings.add("spring.datasource.hikari.validation-timeout=400");
		// The shared service goes on by itself.
		settings.add("spring.kafka.streams.application-id=parley-moderation-away");
		return SpringApplication.run(ModerationServiceApplication.class,
				settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
	}

}
