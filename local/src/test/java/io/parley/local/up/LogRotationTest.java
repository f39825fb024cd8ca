package io.parley.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

	@TempDir
	private Path folder;

	@Test
	void a_large_file_is_emptied_under_its_writer_and_the_last_two_are_kept() throws IOException {
		Path log = this.folder.resolve("service.log");
		try (Writer service = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
			for (int number = 1; number <= 4; number++) {
				service.write("part " + number);
				service.flush();
				LogRotation.rotate(log, 6);
			}
			service.write("now");
		}

		assertThat(log).hasContent("now");
		assertThat(this.folder.resolve("service.log.1")).hasContent("part 4");
		assertThat(this.folder.resolve("service.log.2")).hasContent("part 3");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.3");
	}

	@Test
	void a_small_file_and_one_that_is_not_there_are_left_alone() throws IOException {
		Path log = Files.writeString(this.folder.resolve("service.log"), "short");

		LogRotation.rotate(log, 6);
		LogRotation.rotate(this.folder.resolve("none.log"), 6);

		assertThat(this.folder).isDirectoryContaining("glob:**service.log").isDirectoryNotContaining("glob:**.1");
		assertThat(log).hasContent("short");
	}

}
