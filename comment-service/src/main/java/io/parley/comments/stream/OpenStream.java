package io.parley.comments.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * One reader's place: a bounded queue between the tail of changes and the thread that
 * writes to the reader. A reader that is too slow is cut off, and reads on with its last
 * id. Thread-safe.
 */
final class OpenStream implements AutoCloseable {

	private final ThreadStreams streams;

	private final ThreadName thread;

	private final BlockingQueue<ThreadEvent> events;

	private volatile boolean ended;

	OpenStream(ThreadStreams streams, ThreadName thread, int capacity) {
		this.streams = streams;
		this.thread = thread;
		// Room for one more, so that an end is always noticed.
		this.events = new ArrayBlockingQueue<>(capacity + 1);
	}

	ThreadName thread() {
		return thread;
	}

	/** Returns false if the reader is too slow and therefore cut off. */
	boolean offer(ThreadEvent event) {
		boolean taken = events.remainingCapacity() > 1 && events.offer(event);
		if (!taken) {
			end();
		}
		return taken;
	}

	/** Wakes the writer, which ends the answer. */
	void end() {
		ended = true;
		var _ = events.offer(new ThreadEvent(""));
	}

	boolean hasEnded() {
		return ended;
	}

	/** The next event, or null if there is none for so long. */
	@Nullable ThreadEvent next(Duration patience) throws InterruptedException {
		return events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		streams.remove(this);
	}

}
