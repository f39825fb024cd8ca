package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policies that moderators are shown in the documentation. */
class DocumentedPolicyTests {

	private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(policy: .*?)```", Pattern.DOTALL);

	@Test
	void the_examples_are_policies_whose_tests_pass(@TempDir Path folder) throws Exception {
		Files.writeString(Files.createDirectory(folder.resolve("lists")).resolve("slurs.txt"), "numbskull\n");
		Path file = folder.resolve("policy.yaml");
		List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/moderators.md")))
			.results()
			.map((MatchResult example) -> example.group(1))
			.toList();

		assertThat(examples).hasSizeGreaterThan(1);
		for (String example : examples) {
			Policy policy = PolicyReader.read(Files.writeString(file, example));

			assertThat(policy.rules()).isNotEmpty();
			assertThat(PolicyTests.run(policy)).isNotEmpty().allMatch(PolicyTests.Result::passed);
		}
	}

}
