package io.parley.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.parley.local.command.CommandFailure;

/**
 * What other commands must know of a running installation: where it listens and its keys.
 * There from the moment all is ready until it stops.
 */
public record RunFile(String commentsUrl, String moderationUrl, String site, String platformKey, String moderatorKey,
		String bootstrapServers, Path data) {

	/**
	 * Reads the file of the installation on the port base.
	 * @throws CommandFailure if none runs there
	 */
	public static RunFile read(Path checkout, int portBase) {
		Path file = path(checkout, portBase);
		if (Files.notExists(file)) {
			throw new CommandFailure("No Parley runs on port " + portBase + ": start it with ./parley up --port-base "
					+ portBase + ", or say another one with --port-base");
		}
		Map<String, String> content = PrivateFile.read(file);
		return new RunFile(value(content, "comments.url", file), value(content, "moderation.url", file),
				value(content, "site", file), value(content, "platform.key", file),
				value(content, "moderator.key", file), value(content, "kafka.bootstrap", file),
				Path.of(value(content, "data.dir", file)));
	}

	private static String value(Map<String, String> content, String name, Path file) {
		String value = content.get(name);
		if (value == null) {
			throw new CommandFailure(file + " does not say " + name + ": start Parley again");
		}
		return value;
	}

	void write(Path checkout, int portBase) {
		PrivateFile.write(path(checkout, portBase),
				Map.of("comments.url", this.commentsUrl, "moderation.url", this.moderationUrl, "site", this.site,
						"platform.key", this.platformKey, "moderator.key", this.moderatorKey, "kafka.bootstrap",
						this.bootstrapServers, "data.dir", this.data.toString()));
	}

	static void delete(Path checkout, int portBase) {
		try {
			Files.deleteIfExists(path(checkout, portBase));
		}
		catch (IOException _) {
			// Its reader finds nobody listening.
		}
	}

	private static Path path(Path checkout, int portBase) {
		return checkout.resolve(".parley/run").resolve(portBase + ".properties");
	}

}
