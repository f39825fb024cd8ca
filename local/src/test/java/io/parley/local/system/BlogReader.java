package io.parley.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** A reader of the blog, with a browser that keeps cookies. */
final class BlogReader {

	private final URI blog;

	private final HttpClient http = HttpClient.newHttpClient();

	/**
	 * As browsers do: the library's own store would send it quoted, in a form that is out
	 * of use.
	 */
	private String cookie = "";

	BlogReader(URI blog) {
		this.blog = blog;
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(blog.resolve(path)).GET());
	}

	/** The form as a browser without scripts sends it. */
	HttpResponse<String> comment(String name, String text) throws IOException, InterruptedException {
		return comment(name, text, UUID.randomUUID().toString());
	}

	HttpResponse<String> comment(String name, String text, String once) throws IOException, InterruptedException {
		return form("name=" + encoded(name) + "&text=" + encoded(text) + "&once=" + once);
	}

	HttpResponse<String> form(String form) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(blog.resolve("/comments"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form)));
	}

	HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		if (!cookie.isEmpty()) {
			request.header("Cookie", cookie);
		}
		HttpResponse<String> answer = http.send(request.timeout(Duration.ofSeconds(15)).build(),
				BodyHandlers.ofString());
		answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
		return answer;
	}

	/** Lines of the page's live stream, as they come. */
	Stream<String> stream() throws IOException, InterruptedException {
		return http.send(HttpRequest.newBuilder(blog.resolve("/stream")).build(), BodyHandlers.ofLines()).body();
	}

	String cookie() {
		return cookie.substring(cookie.indexOf('=') + 1);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, UTF_8);
	}

}
