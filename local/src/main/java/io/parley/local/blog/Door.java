package io.parley.local.blog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Set;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * What every request has to pass and every answer carries: only pages of this very server
 * are let in, and the page may load nothing from elsewhere.
 */
record Door(int port, Blog blog) implements HttpHandler {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Headers headers = exchange.getResponseHeaders();
			headers.set("Content-Security-Policy", POLICY);
			headers.set("X-Content-Type-Options", "nosniff");
			headers.set("Referrer-Policy", "same-origin");
			headers.set("Cross-Origin-Opener-Policy", "same-origin");
			headers.set("Cache-Control", "no-store");
			if (isForeign(exchange.getRequestHeaders())) {
				text(exchange, 403, "Only pages of this server may ask.");
				return;
			}
			blog.answer(exchange);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Another name for this machine, or a request that another site's page makes. */
	private boolean isForeign(Headers headers) {
		Set<String> here = Set.of("localhost:" + port, "127.0.0.1:" + port);
		String host = headers.getFirst("Host");
		String origin = headers.getFirst("Origin");
		return host == null || !here.contains(host)
				|| (origin != null && here.stream().noneMatch(name -> origin.equals("http://" + name)));
	}

	static void text(HttpExchange exchange, int status, String words) throws IOException {
		send(exchange, status, "text/plain; charset=utf-8", words.getBytes(UTF_8));
	}

	static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", type);
		boolean head = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, (head || content.length == 0) ? -1 : content.length);
		if (!head) {
			exchange.getResponseBody().write(content);
		}
	}

}
