package io.parley.backends;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ParentDeathTest {

	@TempDir
	Path folder;

	@Test
	void the_servers_end_when_their_parent_is_killed() throws Exception {
		Process parent = parent();
		String said = parent.inputReader().readLine();
		List<ProcessHandle> servers = Arrays.stream(said.split(" "))
			.map((pid) -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
			.toList();
		assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);

		parent.destroyForcibly().waitFor();

		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
	}

	@Test
	void a_database_that_still_starts_ends_too_when_its_parent_is_killed() throws Exception {
		Process parent = parent();
		Path cluster = this.folder.resolve("postgresql/cluster");
		ProcessHandle server = await().atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(2))
			.until(() -> Postmaster.of(cluster), Optional::isPresent)
			.orElseThrow()
			.process();

		parent.destroyForcibly().waitFor();

		await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
	}

	private Process parent() throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), ParentMain.class.getName(), this.folder.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

}
