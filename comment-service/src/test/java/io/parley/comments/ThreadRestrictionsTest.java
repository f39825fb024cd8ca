package io.parley.comments;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.DecisionSource;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Threads that moderation slowed down or closed. */
@CommentServiceTest
class ThreadRestrictionsTest {

	private final String thread = newId();

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Test
	void a_thread_that_nobody_restricted_is_open() {
		Answer answer = platform.get("/v1/threads/" + thread);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.at("/mode")).isEqualTo("OPEN");
		assertThat(answer.at("/links/comments")).isEqualTo("/v1/threads/" + thread + "/comments");
	}

	@Test
	void a_closed_thread_takes_no_comment_and_says_until_when() {
		Instant until = Instant.parse("2126-01-01T00:00:00Z");
		publish(byModerator(ThreadMode.CLOSED, 0, now(), until));
		awaitMode("CLOSED");

		Answer refused = post("lena");

		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.at("/type")).isEqualTo("urn:parley:problem:thread-closed");
		assertThat(refused.at("/detail")).contains("until 2126-01-01T00:00:00Z");
		assertThat(refused.at("/until")).isEqualTo("2126-01-01T00:00:00Z");
		assertThat(platform.as(Platform.WEEKLY).post(comment(thread, "lena", "Elsewhere.")).status())
			.as("the other site's thread of the same name")
			.isEqualTo(202);
	}

	@Test
	void a_comment_that_was_taken_before_the_thread_closed_is_answered_as_before() {
		String key = newId();
		String text = comment(thread, "lena", "Just in time.");
		String id = platform.post(text, "Idempotency-Key", key).at("/id");
		publish(byModerator(ThreadMode.CLOSED, 0, now(), null));
		awaitMode("CLOSED");

		assertThat(platform.post(text, "Idempotency-Key", key).at("/id")).isEqualTo(id);
		assertThat(platform.put("/v1/comments/" + id, "{\"body\": \"Just in time!\"}").status()).as("an edit")
			.isEqualTo(202);
	}

	@Test
	void what_was_written_before_a_thread_closed_can_still_be_imported() {
		publish(byModerator(ThreadMode.CLOSED, 0, now(), null));
		awaitMode("CLOSED");

		Answer answer = platform.send("POST", "/v1/comments:batch",
				BodyPublishers.ofString(
						"""
								{"comments": [
								  {"thread": {"id": "%1$s"}, "author": {"id": "a"}, "body": "old", "submittedAt": "2019-01-01T00:00:00Z"},
								  {"thread": {"id": "%1$s"}, "author": {"id": "a"}, "body": "new"}]}"""
							.formatted(thread)),
				"Content-Type", "application/json");

		assertThat(answer.at("/results/0/status")).isEqualTo("202");
		assertThat(answer.at("/results/1/status")).isEqualTo("403");
		assertThat(answer.at("/results/1/problem/type")).isEqualTo("urn:parley:problem:thread-closed");
	}

	@Test
	void in_slow_mode_each_author_writes_once_in_a_while() {
		publish(byModerator(ThreadMode.SLOW, 3600, now(), null));
		awaitMode("SLOW");
		assertThat(platform.get("/v1/threads/" + thread).at("/slowModeSeconds")).isEqualTo("3600");

		assertThat(post("lena").status()).isEqualTo(202);
		Answer hasty = post("lena");

		assertThat(hasty.status()).isEqualTo(429);
		assertThat(hasty.at("/type")).isEqualTo("urn:parley:problem:slow-mode");
		assertThat(Integer.parseInt(hasty.header("Retry-After"))).isBetween(3500, 3600);
		assertThat(hasty.at("/detail")).contains("once in 3600 s", "again in " + hasty.header("Retry-After") + " s");
		assertThat(post("ada").status()).as("another author").isEqualTo(202);
	}

	@Test
	void in_slow_mode_the_next_comment_is_taken_when_the_time_is_over() {
		publish(byModerator(ThreadMode.SLOW, 60, Instant.parse("2020-01-01T00:00:00Z"), null));
		awaitMode("SLOW");

		assertThat(at("2020-01-01T10:00:00Z").status()).isEqualTo(202);
		assertThat(at("2020-01-01T10:00:59Z").status()).isEqualTo(429);
		assertThat(at("2020-01-01T10:01:00Z").status()).isEqualTo(202);
	}

	@Test
	void in_slow_mode_a_request_that_is_repeated_is_no_second_comment() {
		publish(byModerator(ThreadMode.SLOW, 3600, now(), null));
		awaitMode("SLOW");
		String key = newId();
		String text = comment(thread, "lena", "Hello.");
		String id = platform.post(text, "Idempotency-Key", key).at("/id");

		assertThat(platform.post(text, "Idempotency-Key", key).at("/id")).isEqualTo(id);
	}

	@Test
	void in_slow_mode_a_comment_that_is_refused_for_another_reason_takes_no_turn() {
		publish(byModerator(ThreadMode.SLOW, 3600, now(), null));
		awaitMode("SLOW");
		String orphan = """
				{"thread": {"id": "%s"}, "author": {"id": "lena"}, "body": "b", "parentId": "%s"}""".formatted(thread,
				newId());

		assertThat(platform.post(orphan).status()).isEqualTo(400);
		assertThat(post("lena").status()).isEqualTo(202);
	}

	@Test
	void of_comments_at_the_same_time_slow_mode_takes_one() throws Exception {
		publish(byModerator(ThreadMode.SLOW, 3600, now(), null));
		awaitMode("SLOW");
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<Integer>> posts = IntStream.range(0, 8)
				.<Callable<Integer>>mapToObj(_ -> () -> post("lena").status())
				.toList();

			assertThat(threads.invokeAll(posts).stream().map(post -> post.resultNow())).containsOnlyOnce(202)
				.hasSize(8)
				.allMatch(status -> status == 202 || status == 429);
		}
	}

	@Test
	void a_moderator_outranks_rules_until_the_end() {
		publish(byRule(ThreadMode.CLOSED, 0, now(), now().plus(Duration.ofHours(1))));
		awaitMode("CLOSED");
		publish(byModerator(ThreadMode.OPEN, 0, now(), null));
		awaitMode("OPEN");
		publish(byRule(ThreadMode.CLOSED, 0, now(), now().plus(Duration.ofHours(2))));
		ThreadDecision ended = byModerator(ThreadMode.OPEN, 0, now().plusMillis(1), now());
		publish(ended);

		awaitMode("CLOSED");
		assertThat(post("lena").status()).isEqualTo(403);
	}

	@Test
	void decisions_that_come_late_or_again_change_nothing() {
		ThreadDecision first = byModerator(ThreadMode.CLOSED, 0, now().minusSeconds(10), null);
		ThreadDecision second = byModerator(ThreadMode.SLOW, 30, now().minusSeconds(5), null);
		publish(second);
		publish(first);
		publish(byRule(ThreadMode.SLOW, 20, now(), now().plusSeconds(3600)));
		publish(second);
		String marker = newId();
		publish(new ThreadDecision(newId(), "daily", marker, ThreadMode.CLOSED, 0, DecisionSource.MODERATOR, null, null,
				"ines", null, now(), null));
		// Each thread has its partition: what was published before is applied a little
		// later at most.
		await().atMost(Duration.ofSeconds(40))
			.until(() -> platform.get("/v1/threads/" + marker).at("/mode"), "CLOSED"::equals);

		await().atMost(Duration.ofSeconds(40))
			.untilAsserted(
					() -> assertThat(platform.get("/v1/threads/" + thread).at("/slowModeSeconds")).isEqualTo("30"));
	}

	@Test
	void of_rules_the_restriction_that_ends_last_counts() {
		Instant now = now();
		publish(byRule(ThreadMode.SLOW, 30, now, now.plusSeconds(7200)));
		publish(byRule(ThreadMode.SLOW, 90, now, now.plusSeconds(3600)));
		awaitMode("SLOW");
		publish(byRule(ThreadMode.CLOSED, 0, now, now.plusSeconds(60)));
		awaitMode("CLOSED");

		Answer later = platform.get("/v1/threads/" + thread);
		assertThat(later.at("/until")).isEqualTo(now.plusSeconds(60).toString());
	}

	private Answer post(String author) {
		return platform.post(comment(thread, author, "Hello."));
	}

	private Answer at(String time) {
		return platform.post("""
				{"thread": {"id": "%s"}, "author": {"id": "lena"}, "body": "b", "submittedAt": "%s"}"""
			.formatted(thread, time));
	}

	private void publish(ThreadDecision decision) {
		moderation.publish(decision);
	}

	private void awaitMode(String mode) {
		await().atMost(Duration.ofSeconds(40))
			.until(() -> platform.get("/v1/threads/" + thread).at("/mode"), mode::equals);
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

	private ThreadDecision byModerator(ThreadMode mode, int seconds, Instant from, @Nullable Instant until) {
		return new ThreadDecision(newId(), "daily", thread, mode, seconds, DecisionSource.MODERATOR, null, null, "ines",
				null, from, until);
	}

	private ThreadDecision byRule(ThreadMode mode, int seconds, Instant from, Instant until) {
		return new ThreadDecision(newId(), "daily", thread, mode, seconds, DecisionSource.RULES, "pile-on", "p", null,
				null, from, until);
	}

}
