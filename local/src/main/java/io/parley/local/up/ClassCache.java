package io.parley.local.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The classes of a program as the JVM likes them best, once it has run: an AOT cache (JEP
 * 514). The JVM ignores one that does not fit.
 *
 * @param file of the cache
 */
record ClassCache(Path file) {

	/** The cache of a program that is nothing but its class path. */
	static ClassCache of(String name, List<Path> classPath, Path folder) {
		StringBuilder builds = new StringBuilder(Runtime.version().toString());
		for (Path jar : classPath) {
			builds.append('\n').append(jar);
			try {
				FileTime modified = Files.getLastModifiedTime(jar);
				builds.append(' ').append(modified).append(' ').append(Files.size(jar));
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read " + jar, ex);
			}
		}
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(builds.toString().getBytes(StandardCharsets.UTF_8));
			return new ClassCache(folder.resolve(name + "-" + HexFormat.of().formatHex(digest, 0, 6) + ".aot"));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK knows SHA-256", ex);
		}
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	/** Options of a JVM that uses the cache, if there is one. */
	List<String> use() {
		// Quiet: what keeps the JVM from using the cache is no concern of the service's
		// log.
		return exists() ? List.of("-XX:AOTCache=" + this.file, "-Xlog:disable", "-Xlog:all=error:stderr") : List.of();
	}

	/** Options of a JVM that drafts the cache when it ends. */
	List<String> draft() {
		return List.of("-XX:AOTCacheOutput=" + draftFile(), "-Xlog:disable", "-Xlog:all=error:stderr");
	}

	/**
	 * Puts the draft in the place of the cache.
	 * @throws UncheckedIOException if there is none
	 */
	void publish() {
		try {
			Files.move(draftFile(), this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No cache was written for " + this.file, ex);
		}
	}

	private Path draftFile() {
		return this.file.resolveSibling(this.file.getFileName() + ".draft");
	}

}
