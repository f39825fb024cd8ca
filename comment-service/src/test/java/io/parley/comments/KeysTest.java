package io.parley.comments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CommentServiceTest
class KeysTest {

	@Autowired
	Platform platform;

	@Autowired
	JdbcClient jdbc;

	private final String key = newId();

	@Test
	void a_key_that_is_good_for_reading_changes_nothing() {
		Platform reader = platform.as(Platform.READER);
		String path = platform.post(comment("t", newId(), "b")).at("/links/self");

		assertThat(reader.get(path).status()).isEqualTo(200);
		assertThat(reader
			.send("POST", "/v1/threads:counts", BodyPublishers.ofString("{\"ids\": [\"t\"]}"), "Content-Type",
					"application/json")
			.status()).isEqualTo(200);

		Answer refused = reader.post(comment("t", "a", "b"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.at("/type")).isEqualTo("urn:parley:problem:insufficient-scope");
		assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
		assertThat(reader.put(path, "{\"body\": \"b\"}").status()).isEqualTo(403);
		assertThat(reader.delete(path).status()).isEqualTo(403);
		assertThat(reader.put("/v1/authors/a", "{}").status()).isEqualTo(403);
	}

	@Test
	void a_key_that_is_good_for_writing_only_asks_nothing() {
		create("name-" + key, "{write}", null);

		await().until(() -> platform.as(key).post(comment("t", newId(), "b")).status() == 202);
		assertThat(platform.as(key).get("/v1/threads/t/comments").status()).isEqualTo(403);
	}

	@Test
	void who_calls_too_often_is_told_when_to_call_again() {
		Platform slow = platform.as(Platform.SLOW);
		Answer last = IntStream.range(0, 60)
			.mapToObj(_ -> slow.get("/v1/threads/t/comments"))
			.filter(answer -> answer.status() == 429)
			.findFirst()
			.orElseThrow();

		assertThat(last.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(last.header("Retry-After")).isEqualTo("1");
		assertThat(last.header("RateLimit-Policy")).isEqualTo("\"key\";q=10;w=10");
		assertThat(last.header("RateLimit")).matches("\"key\";r=0;t=\\d+");
		assertThat(platform.get("/v1/threads/t/comments").header("RateLimit")).matches("\"key\";r=\\d+;t=\\d+");
	}

	@Test
	void a_key_without_a_limit_is_told_of_none() {
		create("name-" + key, "{read}", 0);

		await().until(() -> platform.as(key).get("/v1/threads/t/comments").status() == 200);
		assertThat(platform.as(key).get("/v1/threads/t/comments").headers().map()).doesNotContainKey("ratelimit");
	}

	@Test
	void the_key_before_a_rotation_is_good_until_its_time_has_come() {
		String name = "name-" + key;
		String newKey = newId();
		create(name, "{read}", null);
		await().until(() -> status(key) == 200);

		rotate(name, newKey, "1 hour");
		await().until(() -> status(newKey) == 200);
		assertThat(status(key)).isEqualTo(200);

		rotate(name, newKey, "-1 second");
		await().until(() -> status(key) == 401);
		assertThat(status(newKey)).isEqualTo(200);
	}

	@Test
	void a_revoked_key_is_not_known_any_more() {
		create("name-" + key, "{read}", null);
		await().until(() -> status(key) == 200);

		jdbc.sql("update api_key set revoked_at = now() where name = ?").param("name-" + key).update();

		await().until(() -> status(key) == 401);
	}

	private int status(String otherKey) {
		return platform.as(otherKey).get("/v1/threads/t/comments").status();
	}

	private void create(String name, String scopes, @Nullable Integer requestsPerSecond) {
		jdbc.sql("""
				insert into api_key (site, name, hash, scopes, requests_per_second)
				values ('daily', ?, sha256(?::bytea), ?::text[], ?::int)
				""").param(name).param(key).param(scopes).param(requestsPerSecond).update();
	}

	private void rotate(String name, String newKey, String overlap) {
		jdbc.sql("""
				update api_key set previous_hash = sha256(?::bytea), previous_until = now() + ?::interval,
				  hash = sha256(?::bytea) where name = ?
				""").param(key).param(overlap).param(newKey).param(name).update();
	}

}
