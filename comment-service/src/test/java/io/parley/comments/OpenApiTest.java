package io.parley.comments;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.EventStream;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.OpenApi;
import io.parley.comments.fixture.OpenApi.Operation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static io.parley.comments.fixture.Moderation.decision;
import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Holds the published description to the code: every route, every status, every example.
 * That no answer of any other test is unlike it is checked by {@link Platform}.
 */
@CommentServiceTest
class OpenApiTest {

	/** What needs Kafka to be away, and is provoked where it is. */
	private static final Set<String> ELSEWHERE = Set.of("PUT /v1/authors/{id} 202");

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	static Stream<Operation> operations() {
		return OpenApi.DESCRIPTION.operations().stream();
	}

	static Stream<Arguments> statuses() {
		return operations()
			.flatMap(operation -> operation.statuses().stream().map(status -> Arguments.of(operation, status)))
			.filter(status -> !ELSEWHERE.contains(status.get()[0] + " " + status.get()[1]));
	}

	@Test
	void every_route_is_described_and_nothing_else() {
		Set<String> mapped = requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap(mapping -> mapping.getPatternValues()
				.stream()
				.filter(path -> !path.equals("/error"))
				.flatMap(
						path -> mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
			.collect(Collectors.toCollection(TreeSet::new));

		assertThat(operations().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(mapped);
	}

	@Test
	void the_description_is_served_to_everyone_as_it_is_kept() {
		Answer answer = platform.as("").get("/v1/openapi.json");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.at("/openapi")).startsWith("3.1");
		assertThat(answer.json().at("/paths"))
			.hasSize(OpenApi.DESCRIPTION.operations().stream().map(Operation::path).collect(Collectors.toSet()).size());
	}

	@ParameterizedTest
	@MethodSource("operations")
	void every_example_of_a_request_is_taken(Operation operation) {
		for (JsonNode example : operation.requestExamples()) {
			assertThat(OpenApi.DESCRIPTION.problems(operation.requestSchema(), example)).isEmpty();
			Answer answer = platform.send(operation.method(), path(operation), body(example), "Content-Type",
					"application/json");
			assertThat(answer.status()).as(answer.text()).isBetween(200, 202);
		}
	}

	@Test
	void every_example_of_an_answer_is_like_its_schema() {
		List<Map.Entry<JsonNode, JsonNode>> examples = OpenApi.DESCRIPTION.responseExamples().toList();

		assertThat(examples).hasSizeGreaterThan(8)
			.allSatisfy(example -> assertThat(OpenApi.DESCRIPTION.problems(example.getKey(), example.getValue()))
				.isEmpty());
	}

	@Test
	void a_field_that_is_not_described_would_be_noticed() {
		Operation operation = operations().filter(one -> one.toString().equals("POST /v1/threads:counts"))
			.findFirst()
			.orElseThrow();

		assertThat(OpenApi.DESCRIPTION.problems(operation.json().at("/responses/200/content/application~1json/schema"),
				Json.MAPPER.readTree("{\"counts\": [{\"id\": \"t\", \"comments\": 1, \"mood\": 1}]}")))
			.isNotEmpty();
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("statuses")
	void every_described_status_can_come(Operation operation, int status) throws Exception {
		Answer answer = switch (status) {
			case 401 -> ask(platform.as(""), operation);
			case 403 -> Stream.of(Platform.READER, Platform.WRITER)
				.map(key -> ask(platform.as(key), operation))
				.filter(refused -> refused.status() == 403)
				.findFirst()
				.orElseThrow();
			case 429 -> IntStream.range(0, 100)
				.mapToObj(_ -> ask(platform.as(Platform.SLOW), operation))
				.filter(refused -> refused.status() == 429)
				.findFirst()
				.orElseThrow();
			case 404 -> send(operation, operation.path().replace("{id}", newId()));
			case 412 -> send(operation, path(operation), "If-Match", "\"99.0\"");
			case 413 -> platform.send(operation.method(), path(operation),
					BodyPublishers.ofByteArray(new byte[9 << 20]), "Content-Type", "application/json");
			case 400 -> invalid(operation);
			case 409 -> conflict(operation);
			case 304 -> notModified();
			default -> success(operation, status);
		};

		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
	}

	private Answer invalid(Operation operation) {
		if (!operation.requestExamples().isEmpty()) {
			return platform.send(operation.method(), path(operation), BodyPublishers.ofString("{\"nonsense\": 1}"),
					"Content-Type", "application/json");
		}
		return platform.get(path(operation) + "?limit=0", "Last-Event-ID", "nonsense", "Accept", "*/*");
	}

	private Answer conflict(Operation operation) {
		if (operation.method().equals("PUT")) {
			String path = path(operation);
			platform.delete(path);
			return send(operation, path);
		}
		String key = newId();
		platform.post(comment("t", newId(), "one"), "Idempotency-Key", key);
		return platform.post(comment("t", newId(), "two"), "Idempotency-Key", key);
	}

	private Answer notModified() {
		String path = platform.post(comment("t", newId(), "b")).at("/links/self");
		return platform.get(path, "If-None-Match", platform.get(path).header("ETag"));
	}

	private Answer success(Operation operation, int status) throws Exception {
		String author = newId();
		return switch (operation + " " + status) {
			case "POST /v1/comments 201" -> {
				var answer = CompletableFuture
					.supplyAsync(() -> platform.post(comment("t", author, "b"), "Prefer", "wait=10"));
				moderation.publish(decision(moderation.commentBy("daily/" + author), Verdict.HOLD));
				yield answer.get();
			}
			case "PUT /v1/comments/{id} 200" -> {
				String path = platform.post(comment("t", author, "b")).at("/links/self");
				moderation.publish(decision(moderation.commentBy("daily/" + author), Verdict.HOLD));
				await().until(() -> platform.get(path).at("/status"), "HELD"::equals);
				yield platform.put(path, "{\"body\": \"b\"}");
			}
			case "GET /v1/threads/{id}/stream 200" -> {
				try (EventStream stream = platform.stream(path(operation))) {
					await().until(() -> !stream.lastId().isEmpty());
					yield new Answer(200, HttpHeaders.of(Map.of(), (_, _) -> true), "");
				}
			}
			default -> send(operation, path(operation));
		};
	}

	/** A request that is answered at once, whoever asks. */
	private static Answer ask(Platform platform, Operation operation) {
		String path = operation.path().replace("{id}", "0190a000-0000-7000-8000-000000000000");
		// A stream would not end.
		return operation.path().endsWith("/stream") ? platform.get(path, "Last-Event-ID", "nonsense", "Accept", "*/*")
				: send(platform, operation, path);
	}

	private Answer send(Operation operation, String path, String... headers) {
		return send(platform, operation, path, headers);
	}

	private static Answer send(Platform platform, Operation operation, String path, String... headers) {
		String[] all = Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
			.toArray(String[]::new);
		BodyPublisher body = operation.requestExamples().isEmpty() ? BodyPublishers.noBody()
				: body(operation.requestExamples().getFirst());
		return platform.send(operation.method(), path, body, all);
	}

	private static BodyPublisher body(JsonNode json) {
		return BodyPublishers.ofString(json.toString());
	}

	/** With a comment that is there. */
	private String path(Operation operation) {
		String id = operation.path().startsWith("/v1/comments/{id}")
				? platform.post(comment("t", newId(), "b")).at("/id") : "summit-2026";
		return operation.path().replace("{id}", id);
	}

}
