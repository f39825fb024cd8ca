package io.parley.local.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Runs tasks at the same time, those with the same key one after the other. Tasks are
 * given by one thread.
 */
final class InOrder implements AutoCloseable {

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Map<String, CompletableFuture<Void>> last = new HashMap<>();

	private final Semaphore permits;

	private final int limit;

	/**
	 * Nothing runs yet.
	 * @param limit tasks that may be under way
	 */
	InOrder(int limit) {
		this.limit = limit;
		this.permits = new Semaphore(limit);
	}

	/** Begins a task, or waits until it may. */
	void run(String key, Runnable task) throws InterruptedException {
		permits.acquire();
		CompletableFuture<Void> before = last.getOrDefault(key, CompletableFuture.completedFuture(null));
		CompletableFuture<Void> after = before.thenRunAsync(task, threads).whenComplete((_, _) -> permits.release());
		// A task that failed must not keep the next of its key from running.
		last.put(key, after.exceptionally(_ -> null));
		if (last.size() > limit * 2) {
			last.values().removeIf(CompletableFuture::isDone);
		}
	}

	/** Waits for all tasks. */
	void finish() throws InterruptedException {
		permits.acquire(limit);
		permits.release(limit);
	}

	@Override
	public void close() {
		threads.close();
	}

}
