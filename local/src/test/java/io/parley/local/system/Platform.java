package io.parley.local.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import io.parley.contract.Json;
import io.parley.local.up.RunFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A blog platform, and its moderators, as the installation sees them. Thread-safe. */
final class Platform {

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final RunFile parley;

	private final String key;

	private final @Nullable String trace;

	Platform(RunFile parley) {
		this(parley, parley.platformKey(), null);
	}

	private Platform(RunFile parley, String key, @Nullable String trace) {
		this.parley = parley;
		this.key = key;
		this.trace = trace;
	}

	Platform withKey(String otherKey) {
		return new Platform(parley, otherKey, trace);
	}

	/** The same platform, whose requests belong to a trace. */
	Platform traced(String traceId) {
		return new Platform(parley, key, traceId);
	}

	/** Posts a comment; the answer as it came. */
	HttpResponse<String> comment(String author, String body, String idempotencyKey, int waitSeconds)
			throws IOException, InterruptedException {
		String json = Json.MAPPER
			.writeValueAsString(Map.of("thread", Map.of("id", "summit"), "author", Map.of("id", author), "body", body));
		return send(to(parley.commentsUrl(), "/v1/comments", key).header("Content-Type", "application/json")
			.header("Idempotency-Key", idempotencyKey)
			.header("Prefer", "wait=" + waitSeconds)
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	HttpResponse<String> edit(String commentId, String body, int waitSeconds) throws IOException, InterruptedException {
		return send(
				to(parley.commentsUrl(), "/v1/comments/" + commentId, key).header("Content-Type", "application/json")
					.header("Prefer", "wait=" + waitSeconds)
					.PUT(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(Map.of("body", body)))));
	}

	HttpResponse<String> withdraw(String commentId) throws IOException, InterruptedException {
		return send(to(parley.commentsUrl(), "/v1/comments/" + commentId, key).DELETE());
	}

	JsonNode show(String commentId) throws IOException, InterruptedException {
		return json(send(to(parley.commentsUrl(), "/v1/comments/" + commentId, key).GET()));
	}

	JsonNode thread(String threadId) throws IOException, InterruptedException {
		return json(send(to(parley.commentsUrl(), "/v1/threads/" + threadId + "/comments", key).GET()));
	}

	HttpResponse<String> review(String commentId, String verdict) throws IOException, InterruptedException {
		String json = Json.MAPPER.writeValueAsString(Map.of("commentId", commentId, "revision", 1, "verdict", verdict));
		return send(to(parley.moderationUrl(), "/v1/reviews", parley.moderatorKey())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	/** Forgets what the reviews of a site have taught. */
	HttpResponse<String> forget(String site) throws IOException, InterruptedException {
		return send(to(parley.moderationUrl(), "/v1/corrections/reset", parley.moderatorKey())
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(Map.of("site", site)))));
	}

	/** What the moderation service says of its policy. */
	JsonNode policy() throws IOException, InterruptedException {
		return json(send(to(parley.moderationUrl(), "/actuator/policy", parley.moderatorKey()).GET()));
	}

	static JsonNode json(HttpResponse<String> answer) {
		return Json.MAPPER.readTree(answer.body());
	}

	private static HttpRequest.Builder to(String service, String path, String key) {
		return HttpRequest.newBuilder(URI.create(service + path))
			.timeout(Duration.ofSeconds(15))
			.header("Authorization", "Bearer " + key);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		if (trace != null) {
			request.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01");
		}
		return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
