package io.parley.local.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

import io.parley.local.command.CommandFailure;

/** A file of one text a line, gzipped if its name ends in {@code .gz}. */
public final class TextLines {

	private TextLines() {
	}

	/**
	 * Reads a file from beginning to end; blank lines are no texts.
	 * @param good takes each text, in order
	 * @param bad takes each line that is not UTF-8
	 * @throws CommandFailure if the file cannot be read
	 */
	public static void read(Path file, Consumer<String> good, Consumer<BadRow> bad) {
		try (InputStream bytes = Files.newInputStream(file);
				InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
				Lines lines = new Lines(plain)) {
			while (lines.next()) {
				String text = lines.text();
				if (text == null) {
					bad.accept(new BadRow(lines.number(), "it is not UTF-8"));
				}
				else if (!text.isBlank()) {
					good.accept(text);
				}
			}
		}
		catch (NoSuchFileException missing) {
			throw new CommandFailure("There is no file " + file);
		}
		catch (IOException | UncheckedIOException failure) {
			throw new CommandFailure(file + " cannot be read: " + failure.getMessage());
		}
	}

}
