package io.parley.local.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

import io.parley.local.command.AccessKey;
import io.parley.local.command.CommandFailure;

/**
 * The files that docker-compose.yml mounts as secrets. What is there stays: a database
 * keeps the password that it was made with.
 *
 * @param folder which only its owner may enter; the files in it are readable by anyone
 * inside, because compose mounts them as they are and containers run as other users
 */
record ComposeSecrets(Path folder) {

	static final String PLATFORM_KEY = "platform-key";

	static final String MODERATOR_KEY = "moderator-key";

	private static final String SITE = "blog";

	/** Makes what is missing. */
	void complete() {
		try {
			Files.createDirectories(this.folder);
			Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
			key("postgresql-password");
			key("comments-database-password");
			key("moderation-database-password");
			key("grafana-admin-password");
			write("comment-service.properties", """
					parley.access.keys[0].site=%s
					parley.access.keys[0].name=compose
					parley.access.keys[0].sha256=%s
					""".formatted(SITE, key(PLATFORM_KEY).sha256()));
			write("moderation-service.properties", """
					parley.access.moderators[0].name=moderator
					parley.access.moderators[0].sha256=%s
					""".formatted(key(MODERATOR_KEY).sha256()));
		}
		catch (IOException ex) {
			throw new CommandFailure("Cannot write the secrets in " + this.folder + ": " + ex, ex);
		}
	}

	private AccessKey key(String name) throws IOException {
		Path file = this.folder.resolve(name);
		if (Files.notExists(file)) {
			write(name, AccessKey.random().value());
		}
		return new AccessKey(Files.readString(file).strip());
	}

	private void write(String name, String content) throws IOException {
		Path draft = this.folder.resolve(name + ".new");
		Files.writeString(draft, content);
		Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
		Files.move(draft, this.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

}
