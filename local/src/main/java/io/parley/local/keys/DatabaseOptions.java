package io.parley.local.keys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import io.parley.local.up.CommentDatabase;
import io.parley.local.up.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database: that of a running {@code ./parley up}, or any other. */
final class DatabaseOptions {

	private static final String ENVIRONMENT = "SPRING_DATASOURCE_";

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080",
			description = "which running Parley: the port of its comment service (${DEFAULT-VALUE})")
	private int portBase;

	@Option(names = "--jdbc-url", paramLabel = "URL",
			description = { "another database of a comment service, such as jdbc:postgresql://host/comments;",
					"user and password as the service has them: SPRING_DATASOURCE_USERNAME and",
					"SPRING_DATASOURCE_PASSWORD in the environment, where SPRING_DATASOURCE_URL will do as well" })
	private @Nullable String jdbcUrl;

	/**
	 * @throws CommandFailure if the database cannot be reached
	 */
	KeyTable open() {
		CommentDatabase database = database(System.getenv());
		try {
			Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
			return new KeyTable(connection);
		}
		catch (SQLException ex) {
			throw new CommandFailure("The database cannot be reached: " + ex.getMessage(), ex);
		}
	}

	private CommentDatabase database(Map<String, String> environment) {
		String url = (jdbcUrl != null) ? jdbcUrl : environment.get(ENVIRONMENT + "URL");
		if (url == null) {
			return CommentDatabase.of(RunFile.read(Checkout.folder(), portBase));
		}
		return new CommentDatabase(url, environment.getOrDefault(ENVIRONMENT + "USERNAME", "parley"),
				environment.getOrDefault(ENVIRONMENT + "PASSWORD", ""));
	}

}
