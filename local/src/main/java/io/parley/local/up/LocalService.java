package io.parley.local.up;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.parley.backends.ChildProcess;
import io.parley.backends.LogTail;
import io.parley.local.command.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * One service as a child process, which can be stopped, killed and started again. Safe
 * for use by several threads.
 */
public final class LocalService {

	/** On a machine that is busy otherwise a start takes many times as long. */
	private static final Duration START_PATIENCE = Duration.ofMinutes(10);

	// glibc keeps an arena of memory per thread unless told otherwise.
	private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

	private final String name;

	private final ServiceProgram program;

	private final Path settings;

	private final Map<String, String> environment;

	private final Caching caching;

	private final URI url;

	private final Path log;

	private final BiConsumer<LocalService, String> died;

	private @Nullable ChildProcess process;

	LocalService(String name, ServiceProgram program, Path settings, Map<String, String> environment, int port,
			Path log, Caching caching, BiConsumer<LocalService, String> died) {
		this.name = name;
		this.program = program;
		this.settings = settings;
		this.environment = new HashMap<>(ENVIRONMENT);
		this.environment.putAll(environment);
		this.url = URI.create("http://localhost:" + port);
		this.log = log;
		this.caching = caching;
		this.died = died;
	}

	/**
	 * Starts the service and waits until it is ready.
	 * @throws CommandFailure if it ends before, or is not ready in time
	 */
	public void start() {
		start(Map.of());
	}

	/**
	 * Starts the service with more variables in its environment, this time.
	 * @throws CommandFailure if it ends before, or is not ready in time
	 */
	public void start(Map<String, String> more) {
		launch(more);
		awaitReady();
	}

	void launch() {
		launch(Map.of());
	}

	private synchronized void launch(Map<String, String> more) {
		Map<String, String> variables = new HashMap<>(this.environment);
		variables.putAll(more);
		ChildProcess started = ChildProcess.start(
				this.program.command(this.caching.options(this.program.cache()), this.settings), variables, this.log);
		this.process = started;
		started.onExit(() -> ended(started));
	}

	private void ended(ChildProcess ended) {
		boolean unasked;
		synchronized (this) {
			unasked = (this.process == ended);
		}
		if (unasked) {
			this.died.accept(this, "The " + this.name + " has ended unasked" + lastWords());
		}
	}

	void awaitReady() {
		long deadline = System.nanoTime() + START_PATIENCE.toNanos();
		while (!isReady()) {
			ChildProcess current = current();
			if (current == null || current.endsWithin(Duration.ofMillis(100))) {
				throw new CommandFailure("The " + this.name + " did not start" + lastWords());
			}
			if (System.nanoTime() - deadline > 0) {
				throw new CommandFailure(
						"The " + this.name + " is not ready after " + START_PATIENCE.toSeconds() + " s" + lastWords());
			}
		}
	}

	private boolean isReady() {
		try {
			HttpURLConnection connection = (HttpURLConnection) this.url.resolve("/actuator/health/readiness")
				.toURL()
				.openConnection();
			connection.setConnectTimeout(500);
			connection.setReadTimeout(5_000);
			boolean ready = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			connection.disconnect();
			return ready;
		}
		catch (IOException _) {
			return false;
		}
	}

	private String lastWords() {
		List<String> lines = LogTail.of(this.log, 12);
		return "; the end of " + this.log + ":\n    " + String.join("\n    ", lines);
	}

	private synchronized @Nullable ChildProcess current() {
		return this.process;
	}

	/** Forgets the process first, so that its end is not taken for an accident. */
	private synchronized @Nullable ChildProcess release() {
		ChildProcess released = this.process;
		this.process = null;
		return released;
	}

	/** Lets the service finish what it does and end. */
	public void stop() {
		ChildProcess released = release();
		if (released != null) {
			released.stop(this.caching.stopPatience());
		}
	}

	/** Kills the service as {@code kill -9} does. */
	public void kill() {
		ChildProcess released = release();
		if (released != null) {
			released.kill();
		}
	}

	public URI url() {
		return this.url;
	}

	public boolean isAlive() {
		ChildProcess current = current();
		return current != null && current.isAlive();
	}

	/**
	 * The process id of the running service.
	 * @throws IllegalStateException if it does not run
	 */
	public long pid() {
		ChildProcess current = current();
		if (current == null) {
			throw new IllegalStateException("The " + this.name + " does not run");
		}
		return current.pid();
	}

	String name() {
		return this.name;
	}

	ClassCache cache() {
		return this.program.cache();
	}

}
