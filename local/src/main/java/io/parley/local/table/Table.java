package io.parley.local.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** A file of tab-separated values with a header line, read row by row. */
final class Table {

	private Table() {
	}

	/**
	 * Reads a file from beginning to end.
	 * @param format makes the reader of rows from the columns found
	 * @param good takes each row, in order
	 * @param bad takes each row that cannot be used, in the same order
	 * @throws BadTableException if the file cannot be used at all
	 */
	static <R> void read(Path file, Function<Columns, RowFormat<R>> format, Consumer<? super R> good,
			Consumer<BadRow> bad) {
		try (Lines lines = new Lines(Files.newInputStream(file))) {
			String header = lines.next() ? lines.text() : "";
			if (header == null) {
				throw new BadTableException(file + " is not UTF-8 text");
			}
			if (header.isEmpty()) {
				throw new BadTableException(file + " is empty; its first line must name the columns");
			}
			Columns columns = Columns.of(header);
			RowFormat<R> rows = format.apply(columns);
			while (lines.next()) {
				R row;
				try {
					row = row(lines, columns, rows);
				}
				catch (BadFieldException fault) {
					bad.accept(new BadRow(lines.number(), String.valueOf(fault.getMessage())));
					continue;
				}
				good.accept(row);
			}
		}
		catch (NoSuchFileException missing) {
			throw new BadTableException("There is no file " + file);
		}
		catch (IOException failure) {
			throw new BadTableException(file + " cannot be read: " + failure.getMessage());
		}
	}

	private static <R> R row(Lines lines, Columns columns, RowFormat<R> rows) {
		String line = lines.text();
		if (line == null) {
			throw new BadFieldException("is not UTF-8 text");
		}
		if (line.isEmpty()) {
			throw new BadFieldException("is empty");
		}
		return rows.read(lines.number(), columns.fields(line));
	}

	/** Makes a row of fields, or throws {@link BadFieldException}. */
	@FunctionalInterface
	interface RowFormat<R> {

		R read(long line, String[] fields);

	}

}
