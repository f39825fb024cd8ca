package io.parley.backends;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, to show why a process failed. */
public final class LogTail {

	private LogTail() {
	}

	/** At most {@code count} last lines, none when the file cannot be read. */
	public static List<String> of(Path log, int count) {
		try {
			// Logs may hold anything; ISO 8859-1 reads every byte, UTF-8 refuses some.
			Charset lenient = StandardCharsets.ISO_8859_1;
			List<String> lines = Files.readAllLines(log, lenient);
			return lines.subList(Math.max(0, lines.size() - count), lines.size());
		}
		catch (IOException _) {
			return List.of();
		}
	}

	static String indented(Path log, int count) {
		return of(log, count).stream().map((line) -> "\n    " + line).reduce("", String::concat);
	}

}
