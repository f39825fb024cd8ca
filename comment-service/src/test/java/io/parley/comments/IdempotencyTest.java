package io.parley.comments;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class IdempotencyTest {

	private static final String KEY = "Idempotency-Key";

	@Autowired
	Platform platform;

	@Autowired
	MeterRegistry meters;

	@Test
	void the_same_key_and_payload_give_the_same_answer() {
		String key = newId();
		Answer first = platform.post("{\"body\": \"b\", \"thread\": {\"id\": \"t\"}, \"author\": {\"id\": \"a\"}}", KEY,
				key);
		Answer second = platform.post("{\"thread\":{\"id\":\"t\"},\"author\":{\"id\":\"a\"},\"body\":\"\\u0062\"}", KEY,
				key);

		assertThat(second.status()).isEqualTo(first.status()).isEqualTo(202);
		assertThat(second.json()).isEqualTo(first.json());
		assertThat(second.header("Location")).isEqualTo(first.header("Location"));
	}

	@Test
	void the_same_key_with_another_payload_is_a_conflict() {
		String key = newId();
		platform.post(comment("t", "a", "one"), KEY, key);

		Answer answer = platform.post(comment("t", "a", "two"), KEY, key);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.at("/type")).isEqualTo("urn:parley:problem:idempotency-key-reused");
	}

	@Test
	void a_key_belongs_to_its_site() {
		String key = newId();
		String first = platform.post(comment("t", "a", "one"), KEY, key).at("/id");

		Answer answer = platform.as(Platform.WEEKLY).post(comment("t", "a", "two"), KEY, key);

		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.at("/id")).isNotEqualTo(first);
	}

	@Test
	void concurrent_duplicates_become_one_comment() throws Exception {
		String key = newId();
		String thread = newId();
		Callable<Answer> post = () -> platform.post(comment(thread, "a", "once"), KEY, key);

		List<Future<Answer>> answers;
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			answers = callers.invokeAll(IntStream.range(0, 16).mapToObj(_ -> post).toList());
		}

		assertThat(answers).extracting(answer -> answer.get().status()).containsOnly(202);
		assertThat(answers.stream().map(answer -> answer.resultNow().at("/id")).distinct()).hasSize(1);
	}

	@Test
	void comments_that_come_together_are_stored_together_and_each_is_answered_for_itself() throws Exception {
		String thread = newId();
		String elsewhere = newId();
		String key = newId();
		platform.post(comment(thread, "a", "first"), KEY, key);
		Callable<Answer> good = () -> platform.post(comment(thread, "a", "good"));
		Callable<Answer> conflict = () -> platform.post(comment(thread, "a", "other"), KEY, key);
		Callable<Answer> orphan = () -> platform.post("""
				{"thread": {"id": "%s"}, "parentId": "%s", "author": {"id": "a"}, "body": "b"}
				""".formatted(elsewhere, newId()));
		List<Callable<Answer>> calls = IntStream.range(0, 90)
			.mapToObj(i -> List.of(good, conflict, orphan).get(i % 3))
			.toList();

		List<Future<Answer>> answers;
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			answers = callers.invokeAll(calls);
		}

		for (int i = 0; i < answers.size(); i++) {
			assertThat(answers.get(i).get().status()).isEqualTo(List.of(202, 409, 400).get(i % 3));
		}
		assertThat(meters.get("parley.comments.group").summary().max()).isGreaterThan(1);
	}

	@Test
	void a_key_has_1_to_255_printable_characters() {
		Answer answer = platform.post(comment("t", "a", "b"), KEY, "k".repeat(256));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors/0/field")).isEqualTo(KEY);
	}

}
