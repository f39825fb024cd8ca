package io.parley.local.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.parley.backends.ChildProcess;
import org.jspecify.annotations.Nullable;

/**
 * Makes the caches that the next start uses, after the first start of a build, in the
 * background and at low priority. Whatever goes wrong here costs the next start a few
 * seconds and nothing else. Safe for use by several threads.
 */
final class CacheTraining implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final InstallationOptions options;

	private @Nullable ChildProcess process;

	private boolean closed;

	CacheTraining(InstallationOptions options) {
		this.options = options;
	}

	synchronized void start() {
		if (!this.closed) {
			this.process = ChildProcess.start(command(), Map.of(), this.options.log("class-caches"));
		}
	}

	private List<String> command() {
		return List.of("nice", "-n", "19", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"--sun-misc-unsafe-memory-access=allow", "-Dparley.home=" + this.options.checkout(), "-cp",
				System.getProperty("java.class.path"), GuardedMain.class.getName(), "io.parley.local.Parley",
				"train-caches");
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		if (this.process != null) {
			// Never killed with all that it started: among that is what stops its
			// PostgreSQL. If it takes longer, all of it ends a little later.
			this.process.release();
			this.process.endsWithin(PATIENCE);
		}
	}

}
