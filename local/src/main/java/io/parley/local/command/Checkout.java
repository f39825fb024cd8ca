package io.parley.local.command;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The folder of the built sources, which the script hands over and tests find above their
 * own.
 */
public final class Checkout {

	private Checkout() {
	}

	public static Path folder() {
		@Nullable String home = System.getProperty("parley.home");
		if (home != null) {
			return Path.of(home);
		}
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.exists(folder.resolve("parley")) && Files.isDirectory(folder.resolve("comment-service"))) {
				return folder;
			}
		}
		throw new CommandFailure("Run Parley from its checkout");
	}

}
