package io.parley.comments;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static io.parley.comments.fixture.Platform.comment;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class ProblemsTest {

	@Autowired
	Platform platform;

	@Test
	void everything_that_is_wrong_is_told_at_once() {
		Answer answer = platform.post("""
				{"thread": {"id": " ", "title": "%s"}, "parentId": "7", "author": {"registeredAt": "yesterday"},
				 "language": "klingon?", "submittedAt": "2999-01-01T00:00:00Z"}
				""".formatted("x".repeat(1001)));

		assertProblem(answer, 400);
		assertThat(answer.at("/type")).isEqualTo("urn:parley:problem:invalid-request");
		assertThat(StreamSupport.stream(answer.json().at("/errors").spliterator(), false)
			.map(error -> error.at("/field").asString())).containsExactly("thread.id", "thread.title", "parentId",
					"origin", "author.registeredAt", "body", "language", "submittedAt");
	}

	@Test
	void a_body_may_have_20000_characters_and_no_more() {
		assertThat(platform.post(comment("t", "a", "x".repeat(20_000))).status()).isEqualTo(202);

		Answer answer = platform.post(comment("t", "a", "x".repeat(20_001)));

		assertProblem(answer, 400);
		assertThat(answer.at("/errors/0/field")).isEqualTo("body");
		assertThat(answer.at("/errors/0/message")).contains("20001", "20000");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"thread": {"id": "t"}, "author": {"id": "a"}, "body": "nul \\u0000"}                    | body        | NUL
					{"thread": {"id": "t"}, "author": {"id": "a"}, "body": "high \\ud83d"}                   | body        | surrogate
					{"thread": {"id": "t"}, "author": {"id": "a"}, "body": "low \\ude00 first \\ud83d"}      | body        | surrogate
					{"thread": {"id": "t\\u0000"}, "author": {"id": "a"}, "body": "b"}                       | thread.id   | NUL
					{"thread": {"id": "t", "url": "\\ud83d"}, "author": {"id": "a"}, "body": "b"}            | thread.url  | surrogate
					{"thread": {"id": "t"}, "author": {"id": "a", "name": "\\u0000"}, "body": "b"}           | author.name | NUL
					{"thread": {"id": "t"}, "author": {"name": "a"}, "origin": "\\ud83d", "body": "b"}       | origin      | surrogate
					{"thread": {"id": "t"}, "author": {"id": "a"}, "body": 7}                                | body        | must be a string
					{"thread": "t", "author": {"id": "a"}, "body": "b"}                                      | thread      | must be a JSON object
					{"thread": {"id": "t"}, "author": {"id": "a"}, "text": "b"}                              | text        | known are author, body, language
					""")
	void a_field_that_is_not_right_is_named(String json, String field, String message) {
		Answer answer = platform.post(json);

		assertProblem(answer, 400);
		assertThat(answer.at("/errors/0/field")).isEqualTo(field);
		assertThat(answer.at("/errors/0/message")).contains(message);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "null", "{", "[1]", "{} {}", "{\"body\": \"a\", \"body\": \"b\"}", "{'a': 1}", "plain" })
	void a_body_that_is_not_a_json_object_is_explained(String json) {
		Answer answer = platform.post(json);

		assertProblem(answer, 400);
		assertThat(answer.at("/detail")).isNotBlank();
	}

	@Test
	void a_request_that_is_too_large_is_refused_whether_it_says_so_or_not() {
		String json = comment("t", "a", "x".repeat(300 * 1024));

		assertProblem(platform.post(json), 413);
		assertProblem(platform.postInChunks(json), 413);
		assertThat(platform.postInChunks(comment("t", "a", "small")).status()).isEqualTo(202);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /v1/nothing, 404", "GET, /, 404", "GET, /error, 404",
			"GET, /v1/comments/0190a000-0000-7000-8000-000000000000, 404", "GET, /v1/comments/7, 404",
			"DELETE, /v1/comments, 405", "TRACE, /v1/comments, 405", "BREW, /v1/comments, 400",
			"GET, /v1/threads/t/comments?limit=0, 400", "GET, /v1/threads/t/comments?limit=many, 400",
			"GET, /v1/threads/t/comments?order=best, 400", "GET, /v1/threads/t/comments?limit=%F0%9F, 400",
			"GET, /v1/threads/t/comments?cursor=forged, 400", "GET, /v1/threads/%00/comments, 400" })
	void every_refusal_is_a_problem(String method, String path, int status) {
		assertProblem(platform.send(method, path, BodyPublishers.noBody()), status);
	}

	@Test
	void an_address_where_there_is_nothing_is_named_and_answered_with_those_where_there_is_something() {
		Answer answer = platform.get("/v1/nothing");

		assertProblem(answer, 404);
		assertThat(answer.at("/instance")).isEqualTo("/v1/nothing");
		assertThat(answer.at("/detail")).contains("/v1/comments");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "application/json;charset=nothing",
			"application/json;charset=a b", "json", "a/b/c", ";" })
	void media_types_other_than_json_are_refused(String type) {
		assertProblem(platform.send("POST", "/v1/comments", BodyPublishers.ofString("body=b"), "Content-Type", type),
				415);
	}

	@Test
	void answers_of_other_types_are_not_to_be_had() {
		assertProblem(platform.get("/v1/threads/t/comments", "Accept", "text/html"), 406);
	}

	@Test
	void what_the_server_itself_cannot_read_is_a_problem_too() throws IOException {
		try (Socket socket = new Socket("localhost", platform.port())) {
			socket.getOutputStream()
				.write("GET /a[b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII));

			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

			assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json").doesNotContain("<html");
		}
	}

	private static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
		assertThat(answer.at("/title")).isNotBlank();
		assertThat(answer.at("/detail")).isNotBlank();
		assertThat(answer.text()).doesNotContain("Exception", "springframework", "jackson", "java.", "SQL");
	}

}
