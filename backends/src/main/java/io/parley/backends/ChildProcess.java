package io.parley.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A process whose standard input is a pipe held open by this one. The child ends when the
 * pipe ends, so it never outlives its parent, however that dies. Ctrl-C in the terminal
 * does not reach it: the parent decides who stops when. Safe for use by several threads.
 */
public final class ChildProcess {

	private final Process process;

	private ChildProcess(Process process) {
		this.process = process;
	}

	/**
	 * Starts the command.
	 * @param log file to which the child's output is appended, {@code null} to read its
	 * standard output with {@link #output()}
	 * @throws UncheckedIOException if it cannot be started
	 */
	public static ChildProcess start(List<String> command, Map<String, String> environment, @Nullable Path log) {
		List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
		guarded.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(guarded);
		builder.environment().putAll(environment);
		if (log == null) {
			builder.redirectError(ProcessBuilder.Redirect.DISCARD);
		}
		else {
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		}
		try {
			return new ChildProcess(builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot start " + command.getFirst(), ex);
		}
	}

	/** What the child prints, when no log file was given. */
	BufferedReader output() {
		return this.process.inputReader();
	}

	/** The process id, which stays the same when the shell becomes the command. */
	public long pid() {
		return this.process.pid();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Runs the action once the process has ended. */
	public void onExit(Runnable action) {
		var _ = this.process.onExit().thenRun(action);
	}

	/** Ends the child's standard input, waits, and kills it if it takes too long. */
	public void stop(Duration patience) {
		release();
		if (!endsWithin(patience)) {
			kill();
		}
	}

	/** Ends the child's standard input without waiting for what follows. */
	public void release() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException _) {
			// The child has gone already.
		}
	}

	/**
	 * Kills the process and its own children as {@code kill -9} does, and waits for its
	 * end.
	 */
	public void kill() {
		List<ProcessHandle> descendants = this.process.descendants().toList();
		this.process.destroyForcibly();
		descendants.forEach(ProcessHandle::destroyForcibly);
		endsWithin(Duration.ofSeconds(10));
	}

	/** Whether the process has ended or ends within the time. */
	public boolean endsWithin(Duration time) {
		try {
			return this.process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
