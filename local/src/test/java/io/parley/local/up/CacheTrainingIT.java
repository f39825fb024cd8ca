package io.parley.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Tag("thorough")
class CacheTrainingIT {

	@Test
	void given_a_training_at_work_when_it_is_closed_then_its_database_ends_too(@TempDir Path data) throws IOException {
		InstallationOptions options = FreePorts.options(data);
		Files.createDirectories(data.resolve("logs"));
		Path pidFile = options.checkout()
			.resolve("local/target/training/installation/postgresql/cluster/postmaster.pid");
		Files.deleteIfExists(pidFile);
		ProcessHandle database;
		try (CacheTraining training = new CacheTraining(options)) {
			training.start();
			database = await().atMost(Duration.ofMinutes(2))
				.until(() -> running(pidFile), Optional::isPresent)
				.orElseThrow();
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> !database.isAlive());
		assertThat(pidFile).doesNotExist();
	}

	private static Optional<ProcessHandle> running(Path pidFile) throws IOException {
		// The last line says that it takes connections.
		if (Files.notExists(pidFile) || !Files.readString(pidFile).contains("ready")) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
	}

}
