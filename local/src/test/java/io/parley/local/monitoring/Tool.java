package io.parley.local.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of Prometheus, where it is installed. */
record Tool(Path program) {

	/** Skips the test, with the reason, on a machine without the program. */
	static Tool required(String name) {
		Optional<Path> found = Stream.of(System.getenv("PATH").split(Pattern.quote(java.io.File.pathSeparator)))
			.map(folder -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
		assumeTrue(found.isPresent(),
				() -> name + " is not on the PATH: install the package prometheus to run this test");
		return new Tool(found.orElseThrow());
	}

	/** Runs the program to its end. */
	Result run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(program.toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).directory(RuleFiles.FOLDER.toFile())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), UTF_8);
		return new Result(process.waitFor(), output);
	}

	record Result(int status, String output) {

	}

}
