package io.parley.backends;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A shell that starts a PostgreSQL server and stops exactly this one when this JVM ends.
 * It is there before the server is, so that a JVM that ends meanwhile leaves none behind.
 */
record ServerGuard(ChildProcess shell) {

	/**
	 * The pid file is compared once more before the signal, for the number may have a new
	 * owner by then.
	 */
	private static final String SCRIPT = """
			trap '' TERM PIPE
			file=$1; shift
			"$@" </dev/null >/dev/null 2>&1
			status=$?
			pid=$(head -n 1 "$file" 2>/dev/null)
			echo $status
			cat >/dev/null
			if [ -n "$pid" ] && [ "$(head -n 1 "$file" 2>/dev/null)" = "$pid" ]; then kill -INT "$pid"; fi
			""";

	/**
	 * Begins to start the server.
	 * @param command what starts it and returns when it takes connections
	 * @param pidFile where the server writes its process id
	 */
	static ServerGuard start(List<String> command, Path pidFile) {
		List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh", pidFile.toString()));
		guarded.addAll(command);
		return new ServerGuard(ChildProcess.start(guarded, Map.of(), null));
	}

	/** Waits for the end of the command, and tells whether it has succeeded. */
	boolean hasStarted() {
		try {
			return "0".equals(this.shell.output().readLine());
		}
		catch (IOException ex) {
			throw new BackendException("Cannot tell whether PostgreSQL has started: " + ex.getMessage(), ex);
		}
	}

	/** Lets go of a server that has ended. */
	void end() {
		this.shell.kill();
	}

}
