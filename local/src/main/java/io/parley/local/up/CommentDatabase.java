package io.parley.local.up;

import java.util.Map;

import io.parley.local.command.CommandFailure;

/** How to reach the comment service's database. */
public record CommentDatabase(String url, String user, String password) {

	/**
	 * That of a running installation, as its comment service was told.
	 * @throws CommandFailure if its settings cannot be read
	 */
	public static CommentDatabase of(RunFile running) {
		Map<String, String> settings = PrivateFile.read(ServiceSettings.file(running.data(), "comment-service"));
		return new CommentDatabase(settings.getOrDefault("spring.datasource.url", ""),
				settings.getOrDefault("spring.datasource.username", ""),
				settings.getOrDefault("spring.datasource.password", ""));
	}

	/** Without the password, so that no log has it. */
	@Override
	public String toString() {
		return "CommentDatabase[" + url + ", " + user + "]";
	}

}
