package io.parley.local.up;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import io.parley.local.command.CommandFailure;

/** Property files that only their owner may read. */
final class PrivateFile {

	private PrivateFile() {
	}

	/** Writes the file as a whole: a reader sees the old or the new content. */
	static void write(Path file, Map<String, String> content) {
		Properties properties = new Properties();
		properties.putAll(content);
		Path draft = file.resolveSibling(file.getFileName() + ".new");
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.deleteIfExists(draft);
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			try (Writer writer = Files.newBufferedWriter(draft)) {
				properties.store(writer, null);
			}
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new CommandFailure("Cannot write " + file + ": " + ex, ex);
		}
	}

	static Map<String, String> read(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new CommandFailure("Cannot read " + file + ": " + ex, ex);
		}
		Map<String, String> content = new TreeMap<>();
		properties.stringPropertyNames().forEach((name) -> content.put(name, properties.getProperty(name)));
		return content;
	}

}
