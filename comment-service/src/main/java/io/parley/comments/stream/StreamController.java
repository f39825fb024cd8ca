package io.parley.comments.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

import io.parley.comments.access.Site;
import io.parley.comments.comment.ShownChange;
import io.parley.comments.comment.ShownChanges;
import io.parley.problem.Violations;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Writes streams, each on the virtual thread of its request.
 */
@RestController
class StreamController {

	private static final Logger log = LoggerFactory.getLogger(StreamController.class);

	private static final int PAGE = 200;

	/**
	 * Readers that come back all at once must leave the database some time for others.
	 */
	private static final int CATCHING_UP = 4;

	private final ThreadStreams streams;

	private final ShownChanges changes;

	private final Semaphore catchingUp = new Semaphore(CATCHING_UP);

	StreamController(ThreadStreams streams, ShownChanges changes) {
		this.streams = streams;
		this.changes = changes;
	}

	/** What readers see of the thread, whenever it changes. */
	@GetMapping(path = "/v1/threads/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	void stream(@AuthenticationPrincipal Site site, @PathVariable String id,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			HttpServletResponse response) throws InterruptedException {
		Violations violations = new Violations();
		violations.requiredId("thread id", id);
		Optional<Long> from = Optional.ofNullable(lastEventId).flatMap(ThreadEvent::positionIn);
		if (lastEventId != null && from.isEmpty()) {
			violations.add("Last-Event-ID", "must be the id of an event of this stream; leave it out to begin");
		}
		violations.throwIfAny();
		try (OpenStream stream = streams.open(new ThreadName(site.name(), id))) {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			response.setCharacterEncoding("UTF-8");
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			// Proxies that gather answers would hold events back.
			response.setHeader("X-Accel-Buffering", "no");
			write(stream, from, response.getOutputStream());
		}
		catch (IOException gone) {
			log.debug("A reader of a stream is gone: {}", gone.getMessage());
		}
	}

	private void write(OpenStream stream, Optional<Long> from, OutputStream out)
			throws IOException, InterruptedException {
		long position = streams.position();
		send(ThreadEvent.hello(from.orElse(position), ThreadLocalRandom.current().nextInt(1000, 5000)), out);
		if (from.isPresent()) {
			catchUp(stream, from.get(), position, out);
		}
		while (!stream.hasEnded()) {
			// Known before it is waited: what comes meanwhile is not before it.
			long known = streams.position();
			ThreadEvent event = stream.next(streams.heartbeat());
			send((event != null) ? event : ThreadEvent.heartbeat(known), out);
		}
	}

	/**
	 * What has changed while the reader was away; what changes now waits in the stream.
	 */
	private void catchUp(OpenStream stream, long from, long now, OutputStream out)
			throws IOException, InterruptedException {
		if (from > now) {
			send(ThreadEvent.reset(now), out);
			return;
		}
		ShownChange last = null;
		List<ShownChange> page;
		do {
			page = page(stream.thread(), from, last);
			for (ShownChange change : page) {
				send(ThreadEvent.of(change, now), out);
				last = change;
			}
		}
		while (page.size() == PAGE && !stream.hasEnded());
	}

	private List<ShownChange> page(ThreadName thread, long from, @Nullable ShownChange last)
			throws InterruptedException {
		catchingUp.acquire();
		try {
			return changes.since(thread.site(), thread.id(), from, last, PAGE);
		}
		finally {
			catchingUp.release();
		}
	}

	private static void send(ThreadEvent event, OutputStream out) throws IOException {
		out.write(event.bytes());
		out.flush();
	}

}
