package io.parley.local.system;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Authors who comment until they are told to stop. As a platform should, each repeats a
 * request that got no answer, with the same key, until it is accepted.
 */
final class Load implements AutoCloseable {

	private static final long PAUSE_NANOS = 200_000_000;

	private final Map<String, String> idByKey = new ConcurrentHashMap<>();

	private final AtomicBoolean stopped = new AtomicBoolean();

	private final ExecutorService authors = Executors.newVirtualThreadPerTaskExecutor();

	Load(Platform platform, int count) {
		// New authors each time: the policy would not let the old ones go on.
		String run = UUID.randomUUID().toString();
		for (int author = 0; author < count; author++) {
			String name = run + "-author-" + author;
			authors.execute(() -> comment(platform, name));
		}
	}

	private void comment(Platform platform, String author) {
		for (int number = 0; !stopped.get(); number++) {
			String body = (number % 5 == 0) ? "Number " + number + ": see https://a.example.org https://b.example.net"
					: "Number " + number + ": talks are better than silence.";
			String key = UUID.randomUUID().toString();
			while (!accepted(platform, author, body, key)) {
				LockSupport.parkNanos(PAUSE_NANOS);
			}
			LockSupport.parkNanos(PAUSE_NANOS);
		}
	}

	private boolean accepted(Platform platform, String author, String body, String key) {
		try {
			HttpResponse<String> answer = platform.comment(author, body, key, 0);
			if (answer.statusCode() != 202) {
				return false;
			}
			idByKey.put(key, Platform.json(answer).path("id").asString());
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

	/** Ids of the comments that were accepted so far. */
	Map<String, String> accepted() {
		return Map.copyOf(idByKey);
	}

	/** Lets every author finish; all that they sent is accepted then. */
	@Override
	public void close() {
		stopped.set(true);
		authors.close();
	}

}
