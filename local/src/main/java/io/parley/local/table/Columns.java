package io.parley.local.table;

import java.util.ArrayList;
import java.util.List;

import io.parley.local.command.CommandFailure;

/** The columns of a file, found by the names in its header. */
final class Columns {

	private final List<String> names;

	private Columns(List<String> names) {
		this.names = names;
	}

	static Columns of(String header) {
		List<String> names = new ArrayList<>();
		// Some programs begin a file with a byte order mark.
		for (String name : split(header.startsWith("\uFEFF") ? header.substring(1) : header)) {
			if (!name.isEmpty() && names.contains(name)) {
				throw new CommandFailure("The column '" + name + "' appears twice");
			}
			names.add(name);
		}
		return new Columns(List.copyOf(names));
	}

	/** The column with one of these names, the first found; -1 if there is none. */
	int find(String... wanted) {
		for (String name : wanted) {
			int index = names.indexOf(name);
			if (index >= 0) {
				return index;
			}
		}
		return -1;
	}

	/** As {@link #find}, but the column must be there. */
	int need(String... wanted) {
		int index = find(wanted);
		if (index < 0) {
			throw new CommandFailure("There is no column '" + String.join("' or '", wanted)
					+ "'; the columns found are: " + String.join(", ", names));
		}
		return index;
	}

	/** The fields of a line. */
	String[] fields(String line) {
		String[] fields = split(line);
		if (fields.length != names.size()) {
			throw new BadFieldException(
					"has " + fields.length + " fields where the header has " + names.size() + " columns");
		}
		return fields;
	}

	private static String[] split(String line) {
		return line.split("\t", -1);
	}

}
