package io.parley.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A small file system of its own, which can be full without harm to others. */
final class Volume implements AutoCloseable {

	/** In memory, so that it is quick; taken only as far as it is used. */
	private static final String SIZE = "1500m";

	private static final int BLOCK = 1 << 16;

	private final Path folder;

	private Volume(Path folder) {
		this.folder = folder;
	}

	/** Mounts it there, or returns null if this user or system cannot. */
	static @Nullable Volume mount(Path folder) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		if (!run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "parley-chaos", folder.toString()))) {
			return null;
		}
		Volume volume = new Volume(folder);
		Runtime.getRuntime().addShutdownHook(new Thread(volume::close, "volume"));
		return volume;
	}

	private static boolean run(List<String> command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException noSuchProgram) {
			return false;
		}
	}

	/** Leaves no byte free. */
	void fill() {
		byte[] block = new byte[BLOCK];
		for (int size = BLOCK; size >= 1; size /= 4) {
			try (OutputStream file = Files.newOutputStream(this.folder.resolve("filler-" + size))) {
				while (true) {
					file.write(block, 0, size);
				}
			}
			catch (IOException full) {
				// What does not fit is tried in smaller pieces.
			}
		}
	}

	/** Gives the space back. */
	void free() {
		try (var files = Files.newDirectoryStream(this.folder, "filler-*")) {
			for (Path file : files) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Unmounts, and keeps what was on it in the same folder. */
	void keep() throws IOException {
		Path copy = this.folder.resolveSibling(this.folder.getFileName() + "-kept");
		FileSystemUtils.copyRecursively(this.folder, copy);
		close();
		Files.delete(this.folder);
		Files.move(copy, this.folder);
	}

	/** Unmounts; what was on it is gone. */
	@Override
	public void close() {
		try {
			// Lazily: the broker may be ending.
			run(List.of("umount", "--lazy", this.folder.toString()));
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
		}
	}

}
