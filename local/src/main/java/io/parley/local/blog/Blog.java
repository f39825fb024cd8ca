package io.parley.local.blog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.parley.contract.Json;
import io.parley.local.blog.CommentApi.RefusedException;
import io.parley.local.blog.Page.Entry;
import io.parley.local.blog.Viewers.Viewer;
import org.jspecify.annotations.Nullable;

/** What the blog's server answers. Thread-safe. */
final class Blog {

	/** Of 5,000 characters, each written as a form writes it. */
	private static final int LARGEST_FORM = 64 * 1024;

	private static final Map<String, String> FILES = Map.of("/page.css", "text/css; charset=utf-8", "/page.js",
			"text/javascript; charset=utf-8", "/hero.svg", "image/svg+xml", "/icon.svg", "image/svg+xml");

	private final CommentApi api;

	private final Viewers viewers;

	Blog(CommentApi api, Viewers viewers) {
		this.api = api;
		this.viewers = viewers;
	}

	void answer(HttpExchange exchange) throws IOException, InterruptedException {
		String path = exchange.getRequestURI().getPath();
		String method = exchange.getRequestMethod();
		boolean sends = "/comments".equals(path);
		if (!sends && !List.of("/", "/thread", "/mine", "/stream").contains(path) && !FILES.containsKey(path)) {
			Door.text(exchange, 404, "There is nothing here. The article is at /");
		}
		else if (sends ? !method.equals("POST") : !List.of("GET", "HEAD").contains(method)) {
			exchange.getResponseHeaders().set("Allow", sends ? "POST" : "GET, HEAD");
			Door.text(exchange, 405, "This address takes " + (sends ? "POST" : "GET") + ".");
		}
		else {
			Reader reader = Reader.of(exchange.getRequestHeaders().getFirst("Cookie"));
			switch (path) {
				case "/" -> page(exchange, 200, reader, Entry.EMPTY);
				case "/thread" -> thread(exchange);
				case "/mine" -> mine(exchange, reader);
				case "/stream" -> stream(exchange);
				case "/comments" -> submit(exchange, reader);
				default -> Door.send(exchange, 200, FILES.getOrDefault(path, ""), Page.resource(path.substring(1)));
			}
		}
	}

	private void page(HttpExchange exchange, int status, Reader reader, Entry entry)
			throws IOException, InterruptedException {
		exchange.getResponseHeaders().set("Set-Cookie", reader.cookie());
		String html;
		try {
			html = Page.of(api.thread(), commentsOf(reader), entry);
		}
		catch (IOException _) {
			html = Page.of(null, List.of(), entry);
		}
		Door.send(exchange, status, "text/html; charset=utf-8", html.getBytes(UTF_8));
	}

	private void thread(HttpExchange exchange) throws IOException, InterruptedException {
		try {
			json(exchange, 200, api.thread().stream().map(Comment::shown).toList());
		}
		catch (IOException _) {
			Door.text(exchange, 503, "The comments cannot be shown at the moment.");
		}
	}

	private void mine(HttpExchange exchange, Reader reader) throws IOException, InterruptedException {
		try {
			List<Comment> comments = commentsOf(reader);
			boolean undecided = comments.stream()
				.anyMatch(comment -> List.of("PENDING", "HELD").contains(comment.status()));
			json(exchange, 200, Map.of("html", Page.mine(comments), "undecided", undecided));
		}
		catch (IOException _) {
			Door.text(exchange, 503, "The comments cannot be shown at the moment.");
		}
	}

	/** Of the ids in the cookie only what this reader wrote: a cookie can be made up. */
	private List<Comment> commentsOf(Reader reader) throws IOException, InterruptedException {
		List<Comment> comments = new ArrayList<>();
		for (String id : reader.comments()) {
			Comment comment = api.find(id);
			if (comment != null && comment.author().equals(reader.authorId())) {
				comments.add(comment);
			}
		}
		return comments;
	}

	private void submit(HttpExchange exchange, Reader reader) throws IOException, InterruptedException {
		Submission submission;
		try {
			submission = Submission.of(form(exchange));
		}
		catch (IllegalArgumentException | CharacterCodingException _) {
			refuse(exchange, 400, reader, new Entry("", "", "The form could not be read. Please try again."));
			return;
		}
		catch (TooLargeException _) {
			refuse(exchange, 413, reader, new Entry("", "", "That is too much for a comment."));
			return;
		}
		String problem = submission.problem();
		if (problem != null) {
			refuse(exchange, 400, reader, new Entry(submission.name(), submission.text(), problem));
			return;
		}
		try {
			String id = api.submit(reader.authorId(), submission.name(), submission.text(), submission.once(),
					"http://" + exchange.getRequestHeaders().getFirst("Host") + "/");
			taken(exchange, reader.wrote(id));
		}
		catch (RefusedException refused) {
			refuse(exchange, 400, reader,
					new Entry(submission.name(), submission.text(), String.valueOf(refused.getMessage())));
		}
		catch (IOException _) {
			refuse(exchange, 503, reader, new Entry(submission.name(), submission.text(),
					"It could not be sent at the moment. Nothing is lost: please try again."));
		}
	}

	private static String form(HttpExchange exchange) throws IOException {
		byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_FORM + 1);
		if (bytes.length > LARGEST_FORM) {
			throw new TooLargeException();
		}
		return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
	}

	private void taken(HttpExchange exchange, Reader reader) throws IOException {
		exchange.getResponseHeaders().set("Set-Cookie", reader.cookie());
		if (isScript(exchange)) {
			json(exchange, 201, Map.of("once", UUID.randomUUID().toString()));
		}
		else {
			exchange.getResponseHeaders().set("Location", "/#mine");
			exchange.sendResponseHeaders(303, -1);
		}
	}

	private void refuse(HttpExchange exchange, int status, Reader reader, Entry entry)
			throws IOException, InterruptedException {
		if (isScript(exchange)) {
			json(exchange, status, Map.of("problem", String.valueOf(entry.problem())));
		}
		else {
			page(exchange, status, reader, entry);
		}
	}

	private static boolean isScript(HttpExchange exchange) {
		@Nullable String accept = exchange.getRequestHeaders().getFirst("Accept");
		return "application/json".equals(accept);
	}

	private static void json(HttpExchange exchange, int status, Object content) throws IOException {
		Door.send(exchange, status, "application/json", Json.MAPPER.writeValueAsBytes(content));
	}

	/** Until the browser goes. */
	private void stream(HttpExchange exchange) throws IOException, InterruptedException {
		try (Viewer viewer = viewers.join()) {
			if (viewer == null) {
				exchange.getResponseHeaders().set("Retry-After", "30");
				Door.text(exchange, 503, "Too many readers follow already.");
				return;
			}
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			String message = "retry: 2000\n\n";
			while (viewer.isOpen()) {
				out.write(message.getBytes(UTF_8));
				out.flush();
				String next = viewer.messages().poll(15, TimeUnit.SECONDS);
				message = (next != null) ? next : ": still here\n\n";
			}
		}
	}

	/** More than a form may hold. */
	private static final class TooLargeException extends IOException {

		private static final long serialVersionUID = 1;

	}

}
