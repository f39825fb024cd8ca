package io.parley.backends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs PostgreSQL's own programs. The server refuses to run as root, so for root they run
 * in a user namespace in which they are nobody.
 */
final class PostgresCommands {

	private final Path bin;

	private final List<String> prefix;

	PostgresCommands(Path binaries) {
		this.bin = binaries.resolve("bin");
		this.prefix = System.getProperty("user.name").equals("root") ? namespace() : List.of();
	}

	private static List<String> namespace() {
		List<String> unshare = List.of("unshare", "-U");
		List<String> probe = new ArrayList<>(unshare);
		probe.add("true");
		try {
			if (run(probe).status() == 0) {
				return unshare;
			}
		}
		catch (IOException _) {
			// No such program: the message says what to do.
		}
		throw new BackendException("PostgreSQL does not run as root, and this system has no user namespaces"
				+ " (`unshare -U true` fails): run Parley as an ordinary user");
	}

	/** The whole command that runs the program. */
	List<String> command(String program, String... args) {
		List<String> command = new ArrayList<>(this.prefix);
		command.add(this.bin.resolve(program).toString());
		command.addAll(List.of(args));
		return command;
	}

	/** Runs the program to its end. */
	Result run(String program, String... args) {
		try {
			return run(command(program, args));
		}
		catch (IOException ex) {
			throw new BackendException("Cannot run " + program + ": " + ex.getMessage(), ex);
		}
	}

	private static Result run(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		try (var output = process.getInputStream()) {
			String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
			return new Result(process.waitFor(), text);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	record Result(int status, String output) {
	}

}
