package io.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./parley bench text}. */
@Command(name = "text", mixinStandardHelpOptions = true,
		description = { "Measures how fast terms are found, as ratio to one pass over the text.",
				"Terms and comments are made up unless they are given." })
final class TextCommand implements Callable<Integer> {

	@Option(names = "--terms", paramLabel = "FOLDER|FILE",
			description = "a file of terms, or a folder with dict_100.txt.gz to dict_100000.txt.gz")
	private @Nullable Path terms;

	@Option(names = "--comments", paramLabel = "FILE",
			description = "a file of comments, one a line, gzipped if its name ends in .gz")
	private @Nullable Path comments;

	@Override
	public Integer call() throws RunnerException, IOException {
		tell(TextData.TERMS, this.terms);
		tell(TextData.COMMENTS, this.comments);
		TextBench.run();
		return 0;
	}

	/** For the processes that measure. */
	private static void tell(String property, @Nullable Path value) {
		if (value != null) {
			System.setProperty(property, value.toString());
		}
	}

}
