package io.parley.comments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class SubmittingTest {

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	JdbcClient jdbc;

	@Test
	void a_comment_is_accepted_and_shown_as_pending() {
		Answer answer = platform.post(comment("post 1/2?", newId(), "First!"));

		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.at("/status")).isEqualTo("PENDING");
		assertThat(UUID.fromString(answer.at("/id")).version()).isEqualTo(7);
		assertThat(answer.header("Location")).isEqualTo("/v1/comments/" + answer.at("/id"))
			.isEqualTo(answer.at("/links/self"));
		assertThat(answer.at("/links/thread")).isEqualTo("/v1/threads/post%201%2F2%3F/comments");
		Answer shown = platform.get(answer.at("/links/self"));
		assertThat(shown.status()).isEqualTo(200);
		assertThat(shown.at("/status")).isEqualTo("PENDING");
		assertThat(shown.at("/body")).isEqualTo("First!");
		assertThat(platform.get(answer.at("/links/thread")).status()).isEqualTo(200);
	}

	@Test
	void a_comment_is_published_with_everything_the_platform_told() {
		String author = newId();
		String thread = newId();
		String parent = platform.post(comment(thread, author + "-parent", "parent")).at("/id");

		Answer answer = platform.post("""
				{"thread": {"id": "%s", "url": "https://example.org/p", "title": "A post"}, "parentId": "%s",
				 "author": {"id": "%s", "name": "Ada", "registeredAt": "2020-02-03T04:05:06.789Z", "role": "staff"},
				 "body": "Yes.", "language": "en-GB", "submittedAt": "2024-05-06T07:08:09+02:00"}
				""".formatted(thread, parent, author));

		CommentSubmitted event = moderation.commentBy("daily/" + author);
		assertThat(event.commentId()).isEqualTo(answer.at("/id"));
		assertThat(event.revision()).isEqualTo(1);
		assertThat(event.site()).isEqualTo("daily");
		assertThat(event.thread()).isEqualTo(new CommentThread(thread, "https://example.org/p", "A post"));
		assertThat(event.parentId()).isEqualTo(parent);
		assertThat(event.author().name()).isEqualTo("Ada");
		assertThat(event.author().registeredAt()).isEqualTo("2020-02-03T04:05:06.789Z");
		assertThat(event.author().role()).isEqualTo("staff");
		assertThat(event.body()).isEqualTo("Yes.");
		assertThat(event.language()).isEqualTo("en-GB");
		assertThat(event.submittedAt()).isEqualTo(Instant.parse("2024-05-06T05:08:09Z"));
	}

	@Test
	void what_is_known_of_a_thread_goes_with_its_later_comments() {
		String thread = newId();
		String author = newId();
		platform.post("""
				{"thread": {"id": "%s", "title": "Told once"}, "author": {"id": "%s"}, "body": "a"}
				""".formatted(thread, newId()));

		platform.post(comment(thread, author, "b"));

		assertThat(moderation.commentBy("daily/" + author).thread().title()).isEqualTo("Told once");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "👩‍👩‍👧‍👦 family", "e\u0301 is not é", "\u202eright to left\u202c \u200f",
			"\u0001\u001f\u007f\u0085\u2028", " leading and trailing \r\n\t ", "𝕌𝕟𝕚𝕔𝕠𝕕𝕖", "\ufeffmark",
			"\ufffe\uffff", "\\u0000 spelled out" })
	void the_body_is_stored_published_and_returned_exactly_as_sent(String body) {
		String author = newId();

		Answer answer = platform.post(comment("unicode", author, body));

		assertThat(platform.get(answer.at("/links/self")).at("/body")).isEqualTo(body);
		assertThat(moderation.commentBy("daily/" + author).body()).isEqualTo(body);
	}

	@Test
	void an_anonymous_author_is_known_by_a_keyed_hash_of_the_origin_alone() {
		String thread = newId();
		String json = """
				{"thread": {"id": "%s"}, "author": {"name": "Nobody"}, "body": "%s", "origin": "203.0.113.7"}
				""";
		String first = platform.post(json.formatted(thread, "one")).at("/id");
		String second = platform.post(json.formatted(thread, "two")).at("/id");

		List<String> keys = List.of(authorKey(first), authorKey(second));

		assertThat(keys.getFirst()).matches("daily~[0-9a-f]{32}").isEqualTo(keys.getLast());
		CommentSubmitted event = moderation.commentBy(keys.getFirst());
		assertThat(event.toString()).doesNotContain("203.0.113.7");
		assertThat(event.author().id()).isNull();
		assertThat(jdbc.sql("select count(*) from comment c where c::text like '%203.0.113.7%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void a_parent_must_be_a_comment_of_the_same_thread() {
		String elsewhere = platform.post(comment(newId(), newId(), "parent")).at("/id");

		Answer answer = platform.post("""
				{"thread": {"id": "%s"}, "parentId": "%s", "author": {"id": "a"}, "body": "b"}
				""".formatted(newId(), elsewhere));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.at("/errors/0/field")).isEqualTo("parentId");
	}

	private String authorKey(String commentId) {
		return jdbc.sql("select author_key from comment where id = ?::uuid")
			.param(commentId)
			.query(String.class)
			.single();
	}

}
