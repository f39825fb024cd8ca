package io.parley.local.up;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.parley.local.command.CommandFailure;

/**
 * Starts services again that have ended unasked, while the others go on; until one does
 * so too often. Thread-safe.
 */
final class Revival {

	private static final int MOST = 3;

	private static final long WITHIN = Duration.ofMinutes(10).toNanos();

	private final Map<LocalService, Deque<Long>> ends = new HashMap<>();

	private final Consumer<String> progress;

	private final Consumer<String> accident;

	/**
	 * @param progress told what happens
	 * @param accident told when a service cannot be helped
	 */
	Revival(Consumer<String> progress, Consumer<String> accident) {
		this.progress = progress;
		this.accident = accident;
	}

	/** Takes care of a service that has ended for the reason given. */
	void of(LocalService service, String reason) {
		if (!mayStart(service, System.nanoTime())) {
			this.accident.accept(reason);
			return;
		}
		this.progress.accept(reason);
		this.progress.accept("starting the " + service.name() + " again");
		Thread.ofPlatform().daemon().name("revival").start(() -> start(service));
	}

	private synchronized boolean mayStart(LocalService service, long now) {
		Deque<Long> times = this.ends.computeIfAbsent(service, _ -> new ArrayDeque<>());
		times.add(now);
		while (now - times.element() > WITHIN) {
			times.remove();
		}
		return times.size() <= MOST;
	}

	private void start(LocalService service) {
		try {
			service.start();
			this.progress.accept("the " + service.name() + " is ready again");
		}
		catch (CommandFailure failure) {
			// If it has ended once more, that is told by itself.
			if (service.isAlive()) {
				this.accident.accept(String.valueOf(failure.getMessage()));
			}
		}
	}

}
