package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;

/** Somebody at the door, with the cookies of a browser. */
final class Caller {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(cookies)
		.build();

	private final int port;

	Caller(int port) {
		this.port = port;
	}

	HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	HttpResponse<String> post(String path, String body, String... headers) {
		return send(request(path, headers).POST(BodyPublishers.ofString(body)));
	}

	/** Goes where the answers send a browser, until one sends it nowhere. */
	HttpResponse<String> follow(String path) {
		HttpResponse<String> answer = get(path, "Accept", "text/html");
		for (int hop = 0; hop < 10 && answer.statusCode() == 302; hop++) {
			URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
			answer = send(HttpRequest.newBuilder(next).header("Accept", "text/html").GET());
		}
		return answer;
	}

	String cookie(String name) {
		return cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter(cookie -> cookie.getName().equals(name))
			.findFirst()
			.map(cookie -> cookie.getValue())
			.orElse("");
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interruption);
		}
	}

	static String[] basic(String name, String password) {
		return new String[] { "Authorization",
				"Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8)) };
	}

	static String[] bearer(String token) {
		return new String[] { "Authorization", "Bearer " + token };
	}

}
