package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code policy-problems} has a policy with mistakes and the text that
 * tells them. With {@code -Dgolden.write=<folder>} the texts are written anew, to be
 * reviewed.
 */
class PolicyProblemsTests {

	private static final String FOLDER = "policy-problems/";

	static Stream<String> folders() throws IOException, URISyntaxException {
		Path all = path(FOLDER);
		try (Stream<Path> folders = Files.list(all)) {
			List<String> names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
			return names.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("folders")
	void all_mistakes_of_a_policy_are_told_with_their_place(String folder) throws IOException, URISyntaxException {
		PolicySource source = new PolicySource.PackagedPolicy(FOLDER + folder + "/", "policy.yaml");

		PolicyProblemsException problems = catchThrowableOfType(PolicyProblemsException.class,
				() -> PolicyReader.read(source));

		assertThat(problems).as("a policy with mistakes must not be read").isNotNull();
		String told = problems.problems()
			.stream()
			.map(problem -> problem.render() + "\n")
			.collect(Collectors.joining())
			.replace(FOLDER + folder + "/", "");
		String target = System.getProperty("golden.write");
		if (target != null) {
			Files.writeString(Path.of(target, FOLDER, folder, "problems.txt"), told);
		}
		else {
			Path golden = path(FOLDER + folder + "/problems.txt");
			assertThat(told).isEqualTo(Files.readString(golden));
		}
	}

	@Test
	void a_file_of_unbounded_length_is_not_read(@TempDir Path folder) throws IOException {
		Path file = folder.resolve("policy.yaml");
		Files.writeString(file, "policy: x\n" + "#".repeat(2_000_000));

		assertThatExceptionOfType(PolicyProblemsException.class).isThrownBy(() -> PolicyReader.read(file))
			.satisfies(problems -> assertThat(problems.problems()).singleElement()
				.extracting(Problem::message)
				.isEqualTo("the file is longer than 1048576 bytes"));
	}

	@Test
	void a_missing_policy_is_no_problem_of_a_policy(@TempDir Path folder) {
		assertThatExceptionOfType(FileNotFoundException.class)
			.isThrownBy(() -> PolicyReader.read(folder.resolve("none.yaml")))
			.withMessageContaining("none.yaml");
	}

	@Test
	void a_long_line_is_cut_around_the_place() {
		Problem problem = new Problem("policy.yaml", 3, 1001, "wrong", null, "a".repeat(1000) + "X" + "b".repeat(1000));

		List<String> lines = problem.render().lines().toList();

		assertThat(lines.get(1).length()).isLessThan(200);
		assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('X');
	}

	private static Path path(String resource) throws URISyntaxException {
		URL url = PolicyProblemsTests.class.getClassLoader().getResource(resource);
		return Path.of(requireNonNull(url, resource).toURI());
	}

}
