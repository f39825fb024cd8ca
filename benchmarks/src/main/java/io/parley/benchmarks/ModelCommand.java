package io.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./parley bench model}. */
@Command(name = "model", mixinStandardHelpOptions = true,
		description = { "Measures how fast comments are scored for all heads, as ratio to one pass over the text.",
				"Comments are made up unless they are given." })
final class ModelCommand implements Callable<Integer> {

	@Option(names = "--comments", paramLabel = "FILE",
			description = "a file of comments, one a line, gzipped if its name ends in .gz")
	private @Nullable Path comments;

	@Override
	public Integer call() throws RunnerException, IOException {
		if (this.comments != null) {
			// For the processes that measure.
			System.setProperty(TextData.COMMENTS, this.comments.toString());
		}
		ModelBench.run();
		return 0;
	}

}
