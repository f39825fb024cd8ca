package io.parley.local.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the log files of running processes small. The processes append to files that they
 * do not open anew, so a large one is copied and emptied; what is written in that very
 * moment may be lost.
 */
final class LogRotation implements AutoCloseable {

	private static final long LARGE = 20 << 20;

	private static final int KEPT = 2;

	private static final int SECONDS_BETWEEN = 10;

	private final ScheduledExecutorService watch = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("log-rotation").factory());

	private LogRotation() {
	}

	/** Begins. */
	static LogRotation of(Supplier<List<Path>> logs) {
		LogRotation rotation = new LogRotation();
		var _ = rotation.watch.scheduleWithFixedDelay(() -> logs.get().forEach(log -> rotate(log, LARGE)),
				SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
		return rotation;
	}

	/** Moves what a file of at least this size holds to {@code NAME.1}. */
	static void rotate(Path log, long large) {
		try {
			if (Files.exists(log) && Files.size(log) >= large) {
				for (int number = KEPT; number > 1; number--) {
					Path newer = old(log, number - 1);
					if (Files.exists(newer)) {
						Files.move(newer, old(log, number), StandardCopyOption.REPLACE_EXISTING);
					}
				}
				Files.copy(log, old(log, 1), StandardCopyOption.REPLACE_EXISTING);
				try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
					file.truncate(0);
				}
			}
		}
		catch (IOException _) {
			// A full disk, say: the next time will tell.
		}
	}

	private static Path old(Path log, int number) {
		return log.resolveSibling(log.getFileName() + "." + number);
	}

	@Override
	public void close() {
		this.watch.shutdownNow();
	}

}
