package io.parley.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.parley.local.command.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {

	@TempDir
	private Path temporary;

	@Test
	void a_new_folder_is_for_its_owner_alone() throws IOException {
		Path folder = this.temporary.resolve("new").resolve("data");

		try (DataFolder _ = DataFolder.take(folder)) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
		}
	}

	@Test
	void a_folder_is_held_by_one_installation_at_a_time() {
		try (DataFolder _ = DataFolder.take(this.temporary)) {
			assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> DataFolder.take(this.temporary))
				.withMessageContaining("Parley already runs on");
		}
		DataFolder.take(this.temporary).close();
	}

	@Test
	void a_file_in_its_place_is_refused() throws IOException {
		Path file = Files.createFile(this.temporary.resolve("file"));

		assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> DataFolder.take(file))
			.withMessageContaining("Cannot use");
	}

}
