package io.parley.local.replay;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

import io.parley.contract.Json;
import io.parley.local.table.AuthorRow;
import io.parley.local.table.CommentRow;
import io.parley.local.up.RunFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The comment service, as a blog platform calls it. What fails for the moment is sent
 * again, which the idempotency key makes safe. Thread-safe.
 */
final class CommentService implements AutoCloseable {

	/** How long a service may be away before a request fails. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofMillis(250);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final URI service;

	private final String key;

	CommentService(RunFile running) {
		this.service = URI.create(running.commentsUrl());
		this.key = running.platformKey();
	}

	/**
	 * Sends a comment.
	 * @return its id
	 */
	String submit(CommentRow row, String idempotencyKey) throws RefusedException, InterruptedException {
		HttpRequest request = request("/v1/comments").header("Idempotency-Key", idempotencyKey)
			.POST(BodyPublishers.ofByteArray(Requests.comment(row)))
			.build();
		return json(send(request)).path("id").asString();
	}

	/** Asks for nothing in particular: a connection is open then, and its code in use. */
	void greet() throws RefusedException, InterruptedException {
		send(request("/v1/threads/replay/comments?limit=1").GET().build());
	}

	/** Tells what is known of an author. */
	void tell(AuthorRow row) throws RefusedException, InterruptedException {
		// A path, unlike a form, writes a space as %20.
		String id = URLEncoder.encode(row.id(), StandardCharsets.UTF_8).replace("+", "%20");
		send(request("/v1/authors/" + id).PUT(BodyPublishers.ofByteArray(Requests.author(row))).build());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(service.resolve(path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + key)
			.header("Content-Type", "application/json");
	}

	private byte[] send(HttpRequest request) throws RefusedException, InterruptedException {
		Instant end = Instant.now().plus(PATIENCE);
		while (true) {
			String fault;
			try {
				HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
				if (response.statusCode() < 300) {
					return response.body();
				}
				fault = response.statusCode() + " " + problem(response.body());
				if (response.statusCode() < 500) {
					throw new RefusedException(fault);
				}
			}
			catch (IOException failure) {
				fault = request.uri() + " does not answer: " + failure;
			}
			if (Instant.now().isAfter(end)) {
				throw new RefusedException(fault);
			}
			Thread.sleep(PAUSE);
		}
	}

	/** What a problem detail says, with the faults of each field. */
	private static String problem(byte[] body) throws RefusedException {
		JsonNode problem = json(body);
		if (problem.path("errors").isEmpty()) {
			return problem.path("detail").asString("without an explanation");
		}
		return problem.path("errors")
			.valueStream()
			.map(error -> error.path("field").asString("") + " " + error.path("message").asString(""))
			.collect(Collectors.joining("; "));
	}

	private static JsonNode json(byte[] body) throws RefusedException {
		try {
			return Json.MAPPER.readTree(body);
		}
		catch (JacksonException malformed) {
			throw new RefusedException("The answer is no JSON: " + new String(body, StandardCharsets.UTF_8));
		}
	}

	@Override
	public void close() {
		client.close();
	}

}
