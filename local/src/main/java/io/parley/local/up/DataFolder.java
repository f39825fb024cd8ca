package io.parley.local.up;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import io.parley.local.command.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, held by one installation at a time. The lock ends with this process.
 */
final class DataFolder implements AutoCloseable {

	/** Readers' comments are in it, in more files than could be told one by one. */
	private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private final FileChannel lock;

	private DataFolder(FileChannel lock) {
		this.lock = lock;
	}

	/**
	 * Takes the folder, creating it when missing.
	 * @throws CommandFailure if it cannot be written or another installation holds it
	 */
	static DataFolder take(Path path) {
		try {
			Files.createDirectories(path, OWNER_ONLY);
			Files.createDirectories(path.resolve("logs"));
			FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (tryLock(channel) == null) {
				channel.close();
				throw new CommandFailure(
						"Parley already runs on " + path + ": stop that one first, or give another folder with --data");
			}
			return new DataFolder(channel);
		}
		catch (AccessDeniedException ex) {
			throw new CommandFailure("No permission to write " + ex.getFile() + ": give another folder with --data",
					ex);
		}
		catch (IOException ex) {
			throw new CommandFailure("Cannot use " + path + " as data folder: " + ex, ex);
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException _) {
			return null;
		}
	}

	@Override
	public void close() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			throw new CommandFailure("Cannot release the data folder: " + ex, ex);
		}
	}

}
