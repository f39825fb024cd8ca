package io.parley.local.table;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.parley.local.command.CommandFailure;

/** A file of terms: column {@code term} and, if known, {@code language}. */
public final class TermTable {

	private TermTable() {
	}

	/**
	 * Reads a file from beginning to end.
	 * @param good takes each term, in order
	 * @param bad takes each row that cannot be used
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static <X extends Exception> void read(Path file, RowSink<? super TermRow, X> good, Consumer<BadRow> bad)
			throws X {
		Table.read(file, columns -> {
			int term = columns.need("term");
			int language = columns.find("language");
			return (line, fields) -> new TermRow(line, Fields.text("term", fields[term]),
					language < 0 ? "" : fields[language]);
		}, good, bad);
	}

}
