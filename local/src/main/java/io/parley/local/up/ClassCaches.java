package io.parley.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.parley.backends.ChildProcess;
import org.jspecify.annotations.Nullable;

/**
 * Makes the classes caches that the next start uses, after the first start of a build, in
 * the background and at low priority. Whatever goes wrong here costs the next start a few
 * seconds and nothing else.
 */
final class ClassCaches implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Path log;

	private @Nullable ChildProcess training;

	private boolean closed;

	ClassCaches(Path log) {
		this.log = log;
	}

	void makeInBackground(List<LocalService> services) {
		Thread.ofPlatform().daemon().name("class-caches").start(() -> services.forEach(this::make));
	}

	private void make(LocalService service) {
		Path cache = service.program().cache();
		Path draft = cache.resolveSibling(cache.getFileName() + "." + ProcessHandle.current().pid());
		if (Files.exists(cache)) {
			return;
		}
		ChildProcess process = train(service.program().trainingCommand(service.settings(), draft));
		try {
			if (process != null && process.endsWithin(PATIENCE) && Files.exists(draft)) {
				Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		catch (IOException _) {
			// The next start does without.
		}
		finally {
			draft.toFile().delete();
			draft.resolveSibling(draft.getFileName() + ".config").toFile().delete();
		}
	}

	private synchronized @Nullable ChildProcess train(List<String> command) {
		if (this.closed) {
			return null;
		}
		this.training = ChildProcess.start(command, Map.of(), this.log);
		return this.training;
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.training != null) {
			this.training.kill();
		}
	}

}
