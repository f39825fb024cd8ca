package io.parley.backends;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The packaged PostgreSQL programs, unpacked once per user into the cache folder. */
final class PostgresBinaries {

	private PostgresBinaries() {
	}

	/**
	 * The folder that holds {@code bin/postgres}; unpacks it when it is not there yet.
	 */
	static synchronized Path folder() {
		try {
			byte[] archive = archive();
			Path cache = cacheFolder();
			Path target = cache.resolve("postgres-" + digest(archive));
			Path complete = target.resolve(".complete");
			if (Files.notExists(complete)) {
				Files.createDirectories(target);
				try (FileChannel channel = FileChannel.open(cache.resolve("unpack.lock"), StandardOpenOption.CREATE,
						StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
					if (Files.notExists(complete)) {
						unpack(archive, target);
						Files.createFile(complete);
					}
				}
			}
			return target;
		}
		catch (IOException ex) {
			throw new BackendException("Cannot unpack PostgreSQL: " + ex.getMessage(), ex);
		}
	}

	private static byte[] archive() throws IOException {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
		String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
		try (InputStream packaged = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
			return packaged.readAllBytes();
		}
	}

	/** Belongs to the user alone: nobody else may place programs in it. */
	private static Path cacheFolder() throws IOException {
		@Nullable String configured = System.getenv("XDG_CACHE_HOME");
		Path base = (configured != null && !configured.isBlank()) ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache");
		return Files.createDirectories(base.resolve("parley"));
	}

	private static String digest(byte[] archive) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK knows SHA-256", ex);
		}
	}

	private static void unpack(byte[] archive, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(tar, entry, target.resolve(entry.getName()).normalize());
			}
		}
	}

	private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(path);
			return;
		}
		Files.createDirectories(path.getParent());
		// An earlier unpacking may have been cut short.
		Files.deleteIfExists(path);
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, path);
		if (entry.getName().contains("bin/") && !path.toFile().setExecutable(true)) {
			throw new IOException("cannot make " + path + " executable");
		}
	}

}
