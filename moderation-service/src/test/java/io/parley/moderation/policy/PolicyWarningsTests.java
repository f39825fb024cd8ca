package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each folder below {@code policy-warnings} has a policy that is in order and the text of
 * what its author is warned of. With {@code -Dgolden.write=<folder>} the texts are
 * written anew, to be reviewed.
 */
class PolicyWarningsTests {

	private static final Path FOLDER = Path.of("src/test/resources/policy-warnings");

	@ParameterizedTest
	@ValueSource(strings = { "substring", "folded" })
	void terms_that_ordinary_words_have_are_told(String folder) throws Exception {
		PolicySource source = new PolicySource.PackagedPolicy("policy-warnings/" + folder + "/", "policy.yaml");

		CheckedPolicy checked = PolicyReader.check(source);

		String told = checked.warnings()
			.stream()
			.map(warning -> warning.render() + "\n")
			.collect(Collectors.joining())
			.replace("policy-warnings/" + folder + "/", "");
		String target = System.getProperty("golden.write");
		if (target != null) {
			Files.writeString(Path.of(target, "policy-warnings", folder, "warnings.txt"), told);
		}
		else {
			assertThat(told).isEqualTo(Files.readString(FOLDER.resolve(folder).resolve("warnings.txt")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "news-and-politics", "family" })
	void the_packaged_policies_give_none(String name) throws Exception {
		assertThat(PolicyReader.check(PolicySource.named(Path.of(name))).warnings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "true, 0", "false, 1" })
	void a_list_of_ordinary_words_may_say_so(boolean ordinary, int warnings, @TempDir Path folder) throws Exception {
		Path file = folder.resolve("policy.yaml");
		Files.writeString(file, """
				policy: words
				verdicts: { hold: 5, reject: 10 }
				lists: { words: { terms: [she], ordinary: %s } }
				rules: [{ id: words, when: body.has("words"), then: hold }]
				""".formatted(ordinary));

		assertThat(PolicyReader.check(PolicySource.of(file)).warnings()).hasSize(warnings);
	}

	@Test
	void warnings_of_one_list_are_bounded(@TempDir Path folder) throws IOException, PolicyProblemsException {
		String terms = IntStream.range(0, 60)
			.mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
			.collect(Collectors.joining(", "));
		Path file = folder.resolve("policy.yaml");
		Files.writeString(file, """
				policy: many
				verdicts: { hold: 5, reject: 10 }
				lists: { many: { match: substring, terms: [%s] } }
				rules: [{ id: many, when: body.has("many"), then: hold }]
				""".formatted(terms));

		List<Problem> warnings = PolicyReader.check(PolicySource.of(file)).warnings();

		assertThat(warnings).hasSize(21);
		assertThat(warnings.getLast().message()).matches("\\d+ more warnings of the list \"many\" begin here");
	}

}
