package io.parley.comments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.CommentSubmitted;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class BatchTest {

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	private final String thread = newId();

	private final String author = newId();

	@Test
	void a_thousand_comments_are_taken_at_once_and_published_in_order() {
		Answer answer = post(IntStream.range(0, 1000).mapToObj(i -> comment(thread, author, "c" + i)).toList());

		assertThat(answer.status()).isEqualTo(200);
		assertThat(statuses(answer)).hasSize(1000).containsOnly(202);
		assertThat(moderation.eventsBy("daily/" + author, 1000)).extracting(event -> ((CommentSubmitted) event).body())
			.containsExactlyElementsOf(IntStream.range(0, 1000).mapToObj(i -> "c" + i).toList());
	}

	@Test
	void each_comment_is_taken_or_refused_for_itself() {
		String key = newId();
		String keyed = comment(thread, author, "once").replaceFirst("\\{", "{\"idempotencyKey\": \"" + key + "\",");
		String reused = keyed.replace("once", "twice");
		Answer answer = post(List.of(keyed, comment(thread, author, " "), "7", keyed, reused,
				"{\"thread\": {\"id\": \"t\"}, \"author\": {\"id\": \"a\"}, \"body\": 7}",
				"{\"thread\": {\"id\": \"t\"}, \"author\": {\"id\": \"a\"}, \"body\": \"b\", \"mood\": 1}",
				comment(thread, author, "reply").replaceFirst("\\{", "{\"parentId\": \"" + newId() + "\","),
				comment(thread, author, "last")));

		assertThat(statuses(answer)).containsExactly(202, 400, 400, 202, 409, 400, 400, 400, 202);
		assertThat(answer.at("/results/3/comment/id")).isEqualTo(answer.at("/results/0/comment/id"));
		assertThat(answer.at("/results/1/problem/errors/0/field")).isEqualTo("body");
		assertThat(answer.at("/results/4/problem/type")).isEqualTo("urn:parley:problem:idempotency-key-reused");
		assertThat(answer.at("/results/5/problem/errors/0/message")).contains("must be a string");
		assertThat(answer.at("/results/7/problem/errors/0/field")).isEqualTo("parentId");
		assertThat(moderation.eventsBy("daily/" + author, 2)).hasSize(2);
	}

	@Test
	void what_is_told_of_a_thread_once_goes_with_the_later_comments_of_the_batch() {
		String titled = """
				{"thread": {"id": "%s", "title": "Told once"}, "author": {"id": "%s"}, "body": "a"}
				""".formatted(thread, newId());

		assertThat(statuses(post(List.of(titled, comment(thread, newId(), "b"))))).containsOnly(202);
		platform.post(comment(thread, author, "c"));

		assertThat(moderation.commentBy("daily/" + author).thread().title()).isEqualTo("Told once");
	}

	@Test
	void a_batch_has_1_to_1000_comments() {
		assertThat(post(List.of()).at("/errors/0/field")).isEqualTo("comments");
		assertThat(post(IntStream.range(0, 1001).mapToObj(_ -> "{}").toList()).status()).isEqualTo(400);
		assertThat(send("{\"comments\": 7}").at("/errors/0/message")).isEqualTo("must be a list");
		assertThat(send("{}").status()).isEqualTo(400);
	}

	private Answer post(List<String> comments) {
		return send(comments.stream().collect(Collectors.joining(",", "{\"comments\": [", "]}")));
	}

	private Answer send(String json) {
		return platform.send("POST", "/v1/comments:batch", BodyPublishers.ofString(json), "Content-Type",
				"application/json");
	}

	private static List<Integer> statuses(Answer answer) {
		return StreamSupport.stream(answer.json().at("/results").spliterator(), false)
			.map(result -> result.at("/status").asInt())
			.toList();
	}

}
