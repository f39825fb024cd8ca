package io.parley.moderation.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedPolicyTests {

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	@TempDir
	private Path folder;

	@Test
	void a_version_is_read_again_by_what_it_was_published_with_alone() throws IOException, PolicyProblemsException {
		WatchedPolicy watched = new WatchedPolicy(
				write("policy.yaml", "policy: gazette\nextends: shared/base.yaml\nwithout: [shouting]\n"));
		write("shared/base.yaml", "policy: base\nextends: family\nlists: { obscene: { file: more.txt } }\n");
		write("shared/more.txt", "blooming\n");

		WatchedPolicy.Reading reading = watched.read(NOW);
		Files.delete(folder.resolve("shared/more.txt"));
		Policy again = PolicyReader.read(new PolicyFiles(reading.version(), () -> new byte[0]));

		assertThat(again.hash()).isEqualTo(reading.policy().hash());
		assertThat(reading.version().files()).containsKeys("policy.yaml", "shared/base.yaml", "shared/more.txt",
				"/family.yaml", "/news-and-politics.yaml");
	}

	@Test
	void a_change_of_the_file_that_is_extended_is_seen() throws IOException, PolicyProblemsException {
		WatchedPolicy watched = new WatchedPolicy(write("policy.yaml", "policy: gazette\nextends: base.yaml\n"));
		write("base.yaml", "policy: base\nextends: family\n");
		watched.read(NOW);
		String before = watched.stamp();

		write("base.yaml", "policy: base\nextends: family\nwithout: [shouting]\n");

		assertThat(watched.stamp()).isNotEqualTo(before);
	}

	private Path write(String name, String content) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, content);
	}

}
