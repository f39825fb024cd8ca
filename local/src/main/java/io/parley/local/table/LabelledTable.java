package io.parley.local.table;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.parley.local.command.CommandFailure;

/**
 * A file of texts with labels: a column {@code text}, at least one label's column, and
 * {@code source}, {@code split} and {@code extra} if there are such. A label is a number
 * from 0 to 1, true from one half on; an empty one is unknown.
 */
public final class LabelledTable {

	private LabelledTable() {
	}

	/**
	 * Reads a file from beginning to end; gzipped if its name ends in {@code .gz}.
	 * @param labels the columns to look for
	 * @param good takes each row, in order
	 * @param bad takes each row that cannot be used
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static <X extends Exception> void read(Path file, List<String> labels, RowSink<? super LabelledRow, X> good,
			Consumer<BadRow> bad) throws X {
		Table.read(file, columns -> format(columns, labels), good, bad);
	}

	private static Table.RowFormat<LabelledRow> format(Columns columns, List<String> labels) {
		int text = columns.need("text");
		int source = columns.find("source");
		int split = columns.find("split");
		int extra = columns.find("extra");
		Map<String, Integer> known = new LinkedHashMap<>();
		for (String label : labels) {
			int column = columns.find(label);
			if (column >= 0) {
				known.put(label, column);
			}
		}
		if (known.isEmpty()) {
			columns.need(labels.toArray(String[]::new));
		}
		return (line, fields) -> {
			Map<String, Boolean> values = new LinkedHashMap<>();
			known.forEach((label, column) -> {
				if (!fields[column].isEmpty()) {
					values.put(label, Fields.share(label, fields[column]) >= 0.5);
				}
			});
			return new LabelledRow(line, (source < 0) ? "" : fields[source], (split < 0) ? "" : fields[split], values,
					(extra < 0) ? "" : fields[extra], Fields.text("text", fields[text]));
		};
	}

}
