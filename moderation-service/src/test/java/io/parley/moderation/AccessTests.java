package io.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;

import io.parley.moderation.fixture.Answer;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what at the door. */
@ModerationServiceTest
class AccessTests {

	@Autowired
	private Moderator moderator;

	@ParameterizedTest
	@ValueSource(strings = { "Bearer wrong", "Bearer", "Basic a2V5OmtleQ==", "" })
	void given_no_known_key_then_unauthorized(String authorization) {
		Answer answer = moderator.as(authorization).get("/v1/decisions/c1");

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
		assertThat(answer.problem()).contains("moderator's key");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /v1/decisions/;x", "GET, //", "BREW, /v1/reviews" })
	void given_a_request_that_the_firewall_rejects_then_it_is_a_problem_and_no_matter_of_keys(String method,
			String path) {
		Answer answer = moderator.send(method, path, BodyPublishers.noBody());

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.problem()).contains("not allowed");
	}

	@Test
	void given_an_address_where_there_is_nothing_then_all_that_there_are_are_named(
			@Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		List<String> addresses = mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(mapping -> mapping.getPatternValues().stream())
			.filter(address -> address.startsWith("/v1/"))
			.toList();

		Answer answer = moderator.get("/v1/nothing");

		assertThat(answer.status()).isEqualTo(404);
		assertThat(addresses).hasSizeGreaterThan(10);
		assertThat(answer.problem()).contains(addresses);
	}

	@Test
	void readiness_is_open_to_probes_and_becomes_true() {
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(moderator.as("").get("/actuator/health/readiness").status()).isEqualTo(200));
		assertThat(moderator.as("Bearer wrong").get("/actuator/health/readiness").status()).isEqualTo(200);
	}

}
