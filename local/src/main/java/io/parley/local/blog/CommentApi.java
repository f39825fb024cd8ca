package io.parley.local.blog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The public API as a platform uses it, with the key of its site. Thread-safe. */
final class CommentApi implements AutoCloseable {

	static final String THREAD = "two-chairs";

	private static final int PAGE = 100;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(3))
		.build();

	private final URI service;

	private final String key;

	CommentApi(URI service, String key) {
		this.service = service;
		this.key = key;
	}

	/** The approved comments, the newest first. */
	List<Comment> thread() throws IOException, InterruptedException {
		JsonNode page = json(send(request("/v1/threads/" + THREAD + "/comments?limit=" + PAGE).GET()));
		return page.path("comments").valueStream().map(Comment::of).toList();
	}

	/** A comment, or null if there is none. */
	@Nullable Comment find(String id) throws IOException, InterruptedException {
		HttpResponse<String> answer = send(request("/v1/comments/" + id).GET());
		return (answer.statusCode() == 404 || answer.statusCode() == 400) ? null : Comment.of(json(answer));
	}

	/**
	 * Sends a comment and gives its decision a moment.
	 * @return its id
	 * @throws RefusedException if the service says what is wrong with it
	 */
	String submit(String authorId, String name, String text, String once, @Nullable String page)
			throws IOException, InterruptedException, RefusedException {
		Map<String, Object> thread = (page != null)
				? Map.of("id", THREAD, "url", page, "title", "Two chairs, one table") : Map.of("id", THREAD);
		HttpResponse<String> answer = send(request("/v1/comments").header("Content-Type", "application/json")
			.header("Idempotency-Key", once)
			.header("Prefer", "wait=3")
			.POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(
					Map.of("thread", thread, "author", Map.of("id", authorId, "name", name), "body", text)))));
		if (answer.statusCode() >= 400 && answer.statusCode() < 500) {
			throw new RefusedException(explanation(answer));
		}
		return json(answer).path("id").asString("");
	}

	/** The stream of the thread, from an event on or from now. */
	HttpResponse<InputStream> stream(@Nullable String lastEventId) throws IOException, InterruptedException {
		HttpRequest.Builder request = request("/v1/threads/" + THREAD + "/stream").header("Accept",
				"text/event-stream");
		if (lastEventId != null) {
			request.header("Last-Event-ID", lastEventId);
		}
		return http.send(request.GET().build(), BodyHandlers.ofInputStream());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> answer) throws IOException {
		if (answer.statusCode() >= 300) {
			throw new IOException("The comment service answers " + answer.statusCode());
		}
		try {
			return Json.MAPPER.readTree(answer.body());
		}
		catch (JacksonException malformed) {
			throw new IOException("The comment service's answer is no JSON", malformed);
		}
	}

	/** The faults of the content in words, without the API's names of fields. */
	private static String explanation(HttpResponse<String> answer) {
		try {
			JsonNode problem = Json.MAPPER.readTree(answer.body());
			String faults = problem.path("errors")
				.valueStream()
				.map(error -> error.path("message").asString(""))
				.collect(Collectors.joining("; "));
			return faults.isEmpty() ? problem.path("detail").asString("It was not taken.")
					: "The comment " + faults + ".";
		}
		catch (JacksonException _) {
			return "It was not taken.";
		}
	}

	@Override
	public void close() {
		http.shutdownNow();
	}

	/** The service does not take the comment; the message says why, to its author. */
	static final class RefusedException extends Exception {

		private static final long serialVersionUID = 1;

		RefusedException(String message) {
			super(message);
		}

	}

}
