package io.parley.local.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.parley.backends.Backends;
import io.parley.local.command.Checkout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the roles may do that {@code deploy/docker/databases.sh} makes: its statements,
 * run on a real server.
 */
class DatabaseRolesTest {

	private static final String PASSWORD = "of-the-role";

	private final Backends backends = Backends.shared();

	private final String any = backends.newDatabase();

	private final String name = "role_" + UUID.randomUUID().toString().substring(0, 8);

	@BeforeEach
	void runScript() throws Exception {
		String script = Files.readString(Checkout.folder().resolve("deploy/docker/databases.sh"));
		String sql = script.substring(script.indexOf("<<'SQL'\n") + 8, script.indexOf("\nSQL\n"))
			.replace(":\"name\"", '"' + name + '"')
			.replace(":'password'", "'" + PASSWORD + "'");
		String[] parts = sql.split("\\\\connect.*\n", -1);
		assertThat(parts).hasSize(2);
		// One by one, as psql does: a database is not created in a transaction.
		for (String statement : parts[0].split(";\n", -1)) {
			run(any, backends.databaseUser(), backends.databasePassword(), statement);
		}
		run(own(), backends.databaseUser(), backends.databasePassword(), parts[1]);
	}

	@ParameterizedTest
	@ValueSource(strings = { "comment-service", "moderation-service" })
	void given_the_role_then_a_services_migrations_run(String service) throws Exception {
		List<Path> migrations;
		try (Stream<Path> files = Files
			.list(Checkout.folder().resolve(service).resolve("src/main/resources/db/migration"))) {
			migrations = files.sorted(Comparator.comparingInt(DatabaseRolesTest::version)).toList();
		}
		for (Path migration : migrations) {
			run(own(), name, PASSWORD, Files.readString(migration));
		}
		run(own(), name, PASSWORD, "select count(*) from comment");
	}

	@ParameterizedTest
	@ValueSource(strings = { "create database mine", "create schema mine", "create role mine",
			"alter role current_user createdb", "drop schema public", "drop database DATABASE",
			"create extension hstore", "copy (select 1) to program 'id'", "select pg_read_file('/etc/passwd')",
			"alter system set ssl = off", "select passwd from pg_shadow" })
	void given_the_role_then_it_may_do_nothing_else(String statement) {
		assertThatThrownBy(() -> run(own(), name, PASSWORD, statement.replace("DATABASE", name)))
			.isInstanceOf(SQLException.class)
			.hasMessageMatching("(?s).*(permission denied|must be owner|Only roles with|cannot drop the currently).*");
	}

	@Test
	void given_another_role_then_the_database_is_closed_to_it() throws Exception {
		run(any, backends.databaseUser(), backends.databasePassword(),
				"create role %s_other login password 'other'".formatted(name));

		assertThatThrownBy(() -> run(own(), name + "_other", "other", "select 1"))
			.hasMessageContaining("permission denied for database");
	}

	private static int version(Path migration) {
		return Integer.parseInt(migration.getFileName().toString().replaceFirst("^V([0-9]+)__.*", "$1"));
	}

	private String own() {
		return any.replaceFirst("/[^/?]+($|\\?)", "/" + name + "$1");
	}

	private static void run(String url, String user, String password, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, user, password);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
