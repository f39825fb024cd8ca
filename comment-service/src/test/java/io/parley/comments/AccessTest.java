package io.parley.comments;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class AccessTest {

	@Autowired
	Platform platform;

	@Autowired
	JdbcClient jdbc;

	@Test
	void without_a_key_nothing_is_told_but_how_to_send_one() {
		Answer answer = platform.as("").post(comment("t", "a", "b"));

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"parley\"");
		assertThat(answer.at("/detail")).contains("Authorization: Bearer");
	}

	@Test
	void an_unknown_key_is_refused() {
		Answer answer = platform.as("guessed").get("/v1/threads/t/comments");

		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
	}

	@Test
	void another_sites_comment_is_not_there() {
		String id = platform.post(comment("t", newId(), "ours")).at("/id");

		Answer answer = platform.as(Platform.WEEKLY).get("/v1/comments/" + id);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.text()).doesNotContain("ours");
	}

	@Test
	void keys_are_stored_as_hashes_only() {
		assertThat(jdbc.sql("select site from api_key where hash = sha256(?::bytea)")
			.param(Platform.DAILY)
			.query(String.class)
			.list()).containsExactly("daily");
		assertThat(jdbc.sql("select count(*) from api_key k where k::text like '%key-of%'").query(Long.class).single())
			.isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness" })
	void health_needs_no_key(String path) {
		Answer answer = platform.as("").get(path);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.at("/status")).isEqualTo("UP");
	}

	@Test
	void health_tells_about_kafka_to_those_with_a_key() {
		assertThat(platform.get("/actuator/health").at("/components/kafka/details/publishing")).isEqualTo("at once");
		assertThat(platform.as("").get("/actuator/health").text()).doesNotContain("details");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/actuator", "/actuator/env", "/actuator/beans", "/actuator/metrics", "/actuator/heapdump" })
	void no_other_internals_are_exposed(String path) {
		assertThat(platform.as("").get(path).status()).isEqualTo(401);
		assertThat(platform.get(path).status()).isEqualTo(404);
	}

}
