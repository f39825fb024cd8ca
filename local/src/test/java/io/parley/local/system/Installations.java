package io.parley.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import io.parley.local.up.FreePorts;
import io.parley.local.up.LocalInstallation;

/** Installations for tests. */
final class Installations {

	private Installations() {
	}

	/**
	 * The installation of this JVM, for tests that mind only what they sent themselves.
	 */
	static LocalInstallation shared() {
		return Shared.INSTANCE;
	}

	/** An installation that has seen nothing yet. */
	static LocalInstallation start(Path data) {
		return LocalInstallation.start(FreePorts.options(data));
	}

	/**
	 * As {@link #start(Path)}, with several consumers and a policy that may be changed.
	 */
	static LocalInstallation start(Path data, int moderationInstances, Path policy) {
		return LocalInstallation.start(FreePorts.options(data, moderationInstances, policy));
	}

	/** Started, with the first test that asks for it. */
	private static final class Shared {

		private static final LocalInstallation INSTANCE = start();

		private static LocalInstallation start() {
			try {
				Path data = Files.createTempDirectory("parley-system-");
				LocalInstallation installation = Installations.start(data);
				Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(installation, data), "installation-stop"));
				return installation;
			}
			catch (IOException failure) {
				throw new UncheckedIOException(failure);
			}
		}

		private static void stop(LocalInstallation installation, Path data) {
			installation.close();
			try (Stream<Path> files = Files.walk(data)) {
				files.sorted(Comparator.reverseOrder()).forEach(Shared::delete);
			}
			catch (IOException | UncheckedIOException _) {
				// The folder is in the system's temporary one, which is cleaned anyway.
			}
		}

		private static void delete(Path file) {
			try {
				Files.delete(file);
			}
			catch (IOException failure) {
				throw new UncheckedIOException(failure);
			}
		}

	}

}
