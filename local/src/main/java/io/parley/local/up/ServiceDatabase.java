package io.parley.local.up;

import java.util.Map;

import io.parley.local.command.CommandFailure;

/** How to reach the database of a service. */
public record ServiceDatabase(String url, String user, String password) {

	/**
	 * That of a running installation, as its comment service was told.
	 * @throws CommandFailure if its settings cannot be read
	 */
	public static ServiceDatabase ofComments(RunFile running) {
		return of(running, "comment-service");
	}

	/**
	 * That of a running installation, as its first moderation service was told.
	 * @throws CommandFailure if its settings cannot be read
	 */
	public static ServiceDatabase ofModeration(RunFile running) {
		return of(running, "moderation-service-1");
	}

	private static ServiceDatabase of(RunFile running, String service) {
		Map<String, String> settings = PrivateFile.read(ServiceSettings.file(running.data(), service));
		return new ServiceDatabase(settings.getOrDefault("spring.datasource.url", ""),
				settings.getOrDefault("spring.datasource.username", ""),
				settings.getOrDefault("spring.datasource.password", ""));
	}

	/** Without the password, so that no log has it. */
	@Override
	public String toString() {
		return "ServiceDatabase[" + url + ", " + user + "]";
	}

}
