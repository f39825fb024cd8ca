package io.parley.local.table;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.parley.local.command.CommandFailure;

/**
 * A file of cases for a list of terms: columns {@code class}, {@code text},
 * {@code expected} and {@code term}.
 */
public final class CaseTable {

	private CaseTable() {
	}

	/**
	 * Reads a file from beginning to end.
	 * @param good takes each case, in order
	 * @param bad takes each row that cannot be used
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static <X extends Exception> void read(Path file, RowSink<? super CaseRow, X> good, Consumer<BadRow> bad)
			throws X {
		Table.read(file, columns -> {
			int kind = columns.need("class");
			int text = columns.need("text");
			int expected = columns.need("expected");
			int term = columns.find("term");
			return (line, fields) -> {
				String found = term < 0 || fields[term].isEmpty() ? "" : Fields.text("term", fields[term]);
				return new CaseRow(line, fields[kind], Fields.text("text", fields[text]),
						Fields.truth("expected", fields[expected]), found);
			};
		}, good, bad);
	}

}
