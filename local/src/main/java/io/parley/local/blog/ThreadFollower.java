package io.parley.local.blog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Follows the thread with one stream, whatever the number of viewers, and goes on where
 * it was when the stream ends.
 */
final class ThreadFollower implements AutoCloseable {

	private final CommentApi api;

	private final Viewers viewers;

	private final Thread thread;

	private volatile boolean closed;

	private @Nullable String lastEventId;

	ThreadFollower(CommentApi api, Viewers viewers) {
		this.api = api;
		this.viewers = viewers;
		this.thread = Thread.ofVirtual().name("blog-thread").unstarted(this::run);
	}

	void start() {
		thread.start();
	}

	private void run() {
		while (!closed) {
			try {
				follow();
			}
			catch (IOException _) {
				// The service is away; the pages say so when they are asked for.
			}
			catch (InterruptedException _) {
				return;
			}
			try {
				TimeUnit.SECONDS.sleep(1);
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	private void follow() throws IOException, InterruptedException {
		HttpResponse<InputStream> stream = api.stream(lastEventId);
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), UTF_8))) {
			if (stream.statusCode() != 200) {
				return;
			}
			String event = "";
			StringBuilder data = new StringBuilder();
			for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
				if (line.isEmpty()) {
					tell(event, data.toString());
					event = "";
					data.setLength(0);
				}
				else if (line.startsWith("id:")) {
					lastEventId = line.substring(3).strip();
				}
				else if (line.startsWith("event:")) {
					event = line.substring(6).strip();
				}
				else if (line.startsWith("data:")) {
					data.append(line.substring(5).strip());
				}
			}
		}
	}

	/** Hands on what readers may know: not the author's id, nor anything else. */
	private void tell(String event, String data) {
		try {
			switch (event) {
				case "comment" -> viewers.tell(message(event, Comment.of(Json.MAPPER.readTree(data)).shown()));
				case "removed" -> viewers.tell(message(event, Json.MAPPER.readTree(data)));
				case "reset" -> {
					lastEventId = null;
					viewers.tell(message(event, "{}"));
				}
				default -> {
					// A heartbeat; pages get their own.
				}
			}
		}
		catch (JacksonException _) {
			// Nothing that could be shown.
		}
	}

	private static String message(String event, Object content) {
		return "event: " + event + "\ndata: " + Json.MAPPER.writeValueAsString(content) + "\n\n";
	}

	@Override
	public void close() {
		closed = true;
		thread.interrupt();
	}

}
