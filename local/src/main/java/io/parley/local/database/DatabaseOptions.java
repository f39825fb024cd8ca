package io.parley.local.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;

import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import io.parley.local.up.RunFile;
import io.parley.local.up.ServiceDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database: that of a running {@code ./parley up}, or any other. */
public final class DatabaseOptions {

	private static final String ENVIRONMENT = "SPRING_DATASOURCE_";

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080",
			description = "which running Parley: the port of its comment service (${DEFAULT-VALUE})")
	private int portBase;

	@Option(names = "--jdbc-url", paramLabel = "URL",
			description = { "another database of the service, such as jdbc:postgresql://host/name;",
					"user and password as the service has them: SPRING_DATASOURCE_USERNAME and",
					"SPRING_DATASOURCE_PASSWORD in the environment, where SPRING_DATASOURCE_URL will do as well" })
	private @Nullable String jdbcUrl;

	/**
	 * Connects to the database of the comment service.
	 * @throws CommandFailure if it cannot be reached
	 */
	public Connection openComments() {
		return open(ServiceDatabase::ofComments, "parley");
	}

	/**
	 * Connects to the database of the moderation service.
	 * @throws CommandFailure if it cannot be reached
	 */
	public Connection openModeration() {
		return open(ServiceDatabase::ofModeration, "moderation");
	}

	private Connection open(Function<RunFile, ServiceDatabase> running, String usualUser) {
		ServiceDatabase database = database(running, usualUser, System.getenv());
		try {
			return DriverManager.getConnection(database.url(), database.user(), database.password());
		}
		catch (SQLException ex) {
			throw new CommandFailure("The database cannot be reached: " + ex.getMessage(), ex);
		}
	}

	private ServiceDatabase database(Function<RunFile, ServiceDatabase> running, String usualUser,
			Map<String, String> environment) {
		String url = (jdbcUrl != null) ? jdbcUrl : environment.get(ENVIRONMENT + "URL");
		if (url == null) {
			return running.apply(RunFile.read(Checkout.folder(), portBase));
		}
		return new ServiceDatabase(url, environment.getOrDefault(ENVIRONMENT + "USERNAME", usualUser),
				environment.getOrDefault(ENVIRONMENT + "PASSWORD", ""));
	}

}
