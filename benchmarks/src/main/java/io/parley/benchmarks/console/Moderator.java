package io.parley.benchmarks.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import io.parley.local.up.ConsoleAccount;

/** Somebody who is signed in at the console, without a browser. Thread-safe. */
final class Moderator implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final String service;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private Moderator(String service) {
		this.service = service;
	}

	static Moderator signIn(String service, ConsoleAccount account) throws IOException, InterruptedException {
		Moderator moderator = new Moderator(service);
		Answer _ = moderator.get("/login");
		moderator.post("/login", Map.of("username", account.name(), "password", account.password()));
		Answer queue = moderator.get("/console");
		if (queue.status() != 200 || !queue.address().endsWith("/console")) {
			throw new IllegalStateException("The console lets nobody in: " + queue.status());
		}
		return moderator;
	}

	/** Reads a page, all of it. */
	Answer get(String path) throws IOException, InterruptedException {
		return answer(request(path).GET());
	}

	/** Sends a form as the page's scripts do. */
	Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
		String body = form.entrySet()
			.stream()
			.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
		return answer(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("X-XSRF-TOKEN", token())
			.header("HX-Request", "true")
			.POST(BodyPublishers.ofString(body)));
	}

	/** Watches a page of news; to be closed by the caller. */
	InputStream watch(String path) throws IOException, InterruptedException {
		return this.http
			.send(request(path).header("Accept", "text/event-stream").GET().build(), BodyHandlers.ofInputStream())
			.body();
	}

	private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		HttpResponse<InputStream> response = this.http.send(request.timeout(PATIENCE).build(),
				BodyHandlers.ofInputStream());
		long first = System.nanoTime() - begin;
		try (InputStream body = response.body()) {
			byte[] bytes = body.readAllBytes();
			return new Answer(response.statusCode(), response.uri().getPath(), first / 1000,
					(System.nanoTime() - begin) / 1000, bytes.length, new String(bytes, StandardCharsets.UTF_8));
		}
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.service + path));
	}

	private String token() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	/**
	 * What came back.
	 *
	 * @param address the path in the end
	 * @param firstMicros from the question to the first byte
	 * @param micros to the last
	 * @param size in bytes
	 */
	record Answer(int status, String address, long firstMicros, long micros, int size, String text) {

	}

}
