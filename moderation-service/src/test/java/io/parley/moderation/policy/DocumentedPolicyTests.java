package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that moderators are shown in the documentation. */
class DocumentedPolicyTests {

	@Test
	void the_example_is_a_policy_whose_tests_pass(@TempDir Path folder) throws Exception {
		String page = Files.readString(Path.of("../docs/moderators.md"));
		int start = page.indexOf("```yaml\npolicy: ") + "```yaml\n".length();
		Files.writeString(Files.createDirectory(folder.resolve("lists")).resolve("slurs.txt"), "numbskull\n");
		Path file = Files.writeString(folder.resolve("policy.yaml"), page.substring(start, page.indexOf("```", start)));

		Policy policy = PolicyReader.read(file);

		assertThat(policy.rules()).isNotEmpty();
		assertThat(PolicyTests.run(policy)).isNotEmpty().allMatch(PolicyTests.Result::passed);
	}

}
