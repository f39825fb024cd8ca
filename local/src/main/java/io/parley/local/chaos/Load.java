package io.parley.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.parley.contract.Json;
import io.parley.local.up.RunFile;

/**
 * Authors who comment until they are told to stop. As a platform should, each repeats a
 * request that got no answer, with the same key, until it is accepted. Thread-safe.
 */
public final class Load implements AutoCloseable {

	private static final long PAUSE_NANOS = 200_000_000;

	/** Ids of accepted comments by author, in the order of acceptance. */
	private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final ExecutorService authors = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final RunFile parley;

	/**
	 * Begins.
	 * @param count of authors, each of whom sends up to five comments a second
	 */
	public Load(RunFile parley, int count) {
		this.parley = parley;
		// New authors each time: the policy would not let the old ones go on.
		String run = UUID.randomUUID().toString();
		for (int author = 0; author < count; author++) {
			String name = run + "-author-" + author;
			authors.execute(() -> comment(name));
		}
	}

	private void comment(String author) {
		List<String> ids = new ArrayList<>();
		for (int number = 0; !stopped.get(); number++) {
			String body = (number % 5 == 0) ? "Number " + number + ": see https://a.example.org https://b.example.net"
					: "Number " + number + ": talks are better than silence.";
			String key = UUID.randomUUID().toString();
			while (!accepted(author, body, key, ids)) {
				LockSupport.parkNanos(PAUSE_NANOS);
			}
			accepted.put(author, List.copyOf(ids));
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	private boolean accepted(String author, String body, String key, List<String> ids) {
		String json = Json.MAPPER
			.writeValueAsString(Map.of("thread", Map.of("id", "summit"), "author", Map.of("id", author), "body", body));
		HttpRequest request = HttpRequest.newBuilder(URI.create(parley.commentsUrl() + "/v1/comments"))
			.timeout(Duration.ofSeconds(15))
			.header("Authorization", "Bearer " + parley.platformKey())
			.header("Content-Type", "application/json")
			.header("Idempotency-Key", key)
			.POST(BodyPublishers.ofString(json))
			.build();
		try {
			HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
			if (answer.statusCode() != 202) {
				return false;
			}
			ids.add(Json.MAPPER.readTree(answer.body()).path("id").asString());
			return true;
		}
		catch (IOException unanswered) {
			return false;
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/** Ids of the comments that were accepted so far, by author, each in its order. */
	public Map<String, List<String>> accepted() {
		return Map.copyOf(accepted);
	}

	/** How many comments were accepted so far. */
	public int count() {
		return accepted.values().stream().mapToInt(List::size).sum();
	}

	/** Lets every author finish; all that they sent is accepted then. */
	@Override
	public void close() {
		stopped.set(true);
		authors.close();
	}

}
