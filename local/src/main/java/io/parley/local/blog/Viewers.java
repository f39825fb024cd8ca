package io.parley.local.blog;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/** The browsers that follow the thread. Thread-safe. */
final class Viewers {

	static final int MOST = 200;

	private static final int BUFFERED = 256;

	private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

	/** A new viewer, or null if there are as many as there may be. */
	synchronized @Nullable Viewer join() {
		if (viewers.size() >= MOST) {
			return null;
		}
		Viewer viewer = new Viewer();
		viewers.add(viewer);
		return viewer;
	}

	/** Tells all; whoever is too slow is cut off, and comes again by itself. */
	void tell(String message) {
		viewers.forEach(viewer -> {
			if (!viewer.messages.offer(message)) {
				viewer.close();
			}
		});
	}

	/** Whoever follows. */
	final class Viewer implements AutoCloseable {

		private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(BUFFERED);

		private volatile boolean open = true;

		BlockingQueue<String> messages() {
			return messages;
		}

		boolean isOpen() {
			return open;
		}

		@Override
		public void close() {
			open = false;
			viewers.remove(this);
		}

	}

}
