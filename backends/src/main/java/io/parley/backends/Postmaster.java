package io.parley.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The main process of the PostgreSQL server of one data folder, known by its pid file.
 */
record Postmaster(ProcessHandle process) {

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

	/**
	 * The server that runs on the folder. A pid file whose number belongs to another
	 * program by now does not count.
	 */
	static Optional<Postmaster> of(Path data) {
		try {
			List<String> lines = Files.readAllLines(pidFile(data));
			if (lines.size() < 2 || !Path.of(lines.get(1)).toRealPath().equals(data.toRealPath())) {
				return Optional.empty();
			}
			return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
				.filter(Postmaster::isPostgres)
				.map(Postmaster::new);
		}
		catch (IOException | NumberFormatException _) {
			return Optional.empty();
		}
	}

	private static boolean isPostgres(ProcessHandle process) {
		return process.info().command().map((command) -> Path.of(command).endsWith("postgres")).orElse(false);
	}

	static Path pidFile(Path data) {
		return data.resolve("postmaster.pid");
	}

	/** Stops the server fast, rolling back what is open; kills it if it does not end. */
	void stop() {
		signal("-INT");
		if (!endsWithin(STOP_PATIENCE)) {
			kill();
		}
	}

	void kill() {
		List<ProcessHandle> backends = this.process.descendants().toList();
		this.process.destroyForcibly();
		backends.forEach(ProcessHandle::destroyForcibly);
		endsWithin(STOP_PATIENCE);
	}

	private void signal(String signal) {
		try {
			new ProcessBuilder("kill", signal, Long.toString(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new BackendException("Cannot stop PostgreSQL: " + ex.getMessage(), ex);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean endsWithin(Duration time) {
		try {
			this.process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException _) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
