package io.parley.benchmarks;

import java.io.IOException;
import java.util.Map;

import org.openjdk.jmh.runner.RunnerException;

/** The commands of {@code ./parley bench}. */
public final class Bench {

	private static final String USAGE = """
			Usage: parley bench text [--terms FOLDER|FILE] [--comments FILE]
			Measures how fast terms are found, as ratio to one pass over the text.
			  --terms     a file of terms, or a folder with dict_100.txt.gz to dict_100000.txt.gz
			  --comments  a file of comments, one a line, gzipped if its name ends in .gz
			Without them, both are made up.""";

	private static final Map<String, String> OPTIONS = Map.of("--terms", TextData.TERMS, "--comments",
			TextData.COMMENTS);

	private Bench() {
	}

	static void main(String[] args) throws RunnerException, IOException {
		if (args.length % 2 == 0 || !args[0].equals("text")) {
			exit();
		}
		for (int i = 1; i < args.length; i += 2) {
			String property = OPTIONS.get(args[i]);
			if (property == null) {
				exit();
			}
			else {
				System.setProperty(property, args[i + 1]);
			}
		}
		TextBench.run();
	}

	private static void exit() {
		System.err.println(USAGE);
		System.exit(2);
	}

}
