package io.parley.local.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

import io.parley.local.command.CommandFailure;

/** A file of tab-separated values with a header line, read row by row. */
final class Table {

	private Table() {
	}

	/**
	 * Reads a file from beginning to end.
	 * @param format makes the reader of rows from the columns found
	 * @param good takes each row, in order
	 * @param bad takes each row that cannot be used, in the same order
	 * @throws CommandFailure if the file cannot be used at all
	 */
	static <R, X extends Exception> void read(Path file, Function<Columns, RowFormat<R>> format,
			RowSink<? super R, X> good, Consumer<BadRow> bad) throws X {
		try (Lines lines = open(file)) {
			Columns columns = Columns.of(header(file, lines));
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
		catch (UncheckedIOException failure) {
			throw new CommandFailure(file + " cannot be read: " + failure.getMessage());
		}
	}

	private static Lines open(Path file) {
		try {
			InputStream bytes = Files.newInputStream(file);
			try {
				return new Lines(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
			}
			catch (IOException failure) {
				bytes.close();
				throw failure;
			}
		}
		catch (NoSuchFileException missing) {
			throw new CommandFailure("There is no file " + file);
		}
		catch (IOException failure) {
			throw new CommandFailure(file + " cannot be read: " + failure.getMessage());
		}
	}

	private static String header(Path file, Lines lines) {
		String header = lines.next() ? lines.text() : "";
		if (header == null) {
			throw new CommandFailure(file + " is not UTF-8 text");
		}
		if (header.isEmpty()) {
			throw new CommandFailure(file + " is empty; its first line must name the columns");
		}
		return header;
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
