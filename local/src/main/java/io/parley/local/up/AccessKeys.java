package io.parley.local.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.parley.local.command.AccessKey;
import io.parley.local.command.CommandFailure;

/**
 * The keys with which the blog platform and a moderator prove who they are. Made once per
 * data folder; the services learn their SHA-256 only.
 */
record AccessKeys(String platform, String moderator) {

	static AccessKeys of(Path data) {
		Path file = data.resolve("keys.properties");
		if (Files.notExists(file)) {
			PrivateFile.write(file,
					Map.of("platform.key", AccessKey.random().value(), "moderator.key", AccessKey.random().value()));
		}
		Map<String, String> keys = PrivateFile.read(file);
		String platform = keys.getOrDefault("platform.key", "");
		String moderator = keys.getOrDefault("moderator.key", "");
		if (platform.isBlank() || moderator.isBlank()) {
			throw new CommandFailure("The data folder is damaged: " + file
					+ " holds no keys. Remove that file to get new ones (the old ones stop working)");
		}
		return new AccessKeys(platform, moderator);
	}

}
