package io.parley.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The clock of the services, which can be set while they run; those of Kafka and
 * PostgreSQL go on as they are. By the library libfaketime, where it is installed
 * (Debian: {@code apt-get install libfaketime}).
 */
final class ServiceClock {

	private final Path library;

	private final Path offset;

	private ServiceClock(Path library, Path offset) {
		this.library = library;
		this.offset = offset;
	}

	/** A clock that is right, or null if the library is not there. */
	static @Nullable ServiceClock in(Path folder) {
		Path library = library();
		if (library == null) {
			return null;
		}
		ServiceClock clock = new ServiceClock(library, folder.resolve("clock"));
		clock.set(Duration.ZERO);
		return clock;
	}

	private static @Nullable Path library() {
		try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
			return folders.map(folder -> folder.resolve("faketime/libfaketime.so.1"))
				.filter(Files::exists)
				.findFirst()
				.orElse(null);
		}
		catch (IOException noSuchFolder) {
			return null;
		}
	}

	/** What makes a process go by this clock. */
	Map<String, String> environment() {
		return Map.of("LD_PRELOAD", this.library.toString(), "FAKETIME_TIMESTAMP_FILE", this.offset.toString(),
				// Seconds after which a step is noticed.
				"FAKETIME_CACHE_DURATION", "1",
				// Waiting and measuring go by the clock that nobody sets, as ever.
				"FAKETIME_DONT_FAKE_MONOTONIC", "1", "DONT_FAKE_MONOTONIC", "1", "NO_FAKE_STAT", "1");
	}

	/**
	 * Sets the clock.
	 * @param ahead of the true time; negative for behind
	 */
	void set(Duration ahead) {
		try {
			Path draft = Files.writeString(this.offset.resolveSibling("clock-next"),
					"%+d".formatted(ahead.toSeconds()));
			Files.move(draft, this.offset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
