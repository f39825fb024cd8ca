package io.parley.backends;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseTest {

	@TempDir
	Path folder;

	@Test
	void keeps_its_rows_through_a_clean_stop_and_a_kill() throws Exception {
		int port;
		try (Database database = Database.start(this.folder, 0)) {
			port = database.port();
			database.createDatabase("kept");
			execute(database, "CREATE TABLE note (text text)");
			execute(database, "INSERT INTO note VALUES ('before the stop')");
		}
		Database again = Database.start(this.folder, port);
		again.createDatabase("kept");
		execute(again, "INSERT INTO note VALUES ('before the kill')");
		again.kill();
		assertThat(again.isAlive()).isFalse();
		try (Database database = Database.start(this.folder, port)) {
			assertThat(query(database, "SELECT string_agg(text, ', ') FROM note"))
				.isEqualTo("before the stop, before the kill");
			assertThat(query(database, "SHOW fsync")).isEqualTo("on");
		}
	}

	@Test
	void asks_for_its_password() throws Exception {
		try (Database database = Database.start(this.folder, 0)) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(database.jdbcUrl("postgres"), database.user(), "wrong"));
		}
	}

	@Test
	void names_a_port_that_is_taken() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(BackendException.class)
				.isThrownBy(() -> Database.start(this.folder, other.getLocalPort()))
				.withMessageContaining("Port " + other.getLocalPort() + " is taken");
		}
	}

	@Test
	void says_what_is_damaged() throws Exception {
		Database.start(this.folder, 0).close();
		Path control = this.folder.resolve("cluster/global/pg_control");

		Files.write(control, new byte[8192]);
		assertThatExceptionOfType(BackendException.class).isThrownBy(() -> Database.start(this.folder, 0))
			.withMessageContaining(this.folder.toString())
			.withMessageContaining("the end of its log");

		Files.delete(control);
		assertThatExceptionOfType(BackendException.class).isThrownBy(() -> Database.start(this.folder, 0))
			.withMessageContaining("pg_control' is missing");
	}

	@Test
	void a_stale_pid_file_that_names_another_program_does_no_harm() throws Exception {
		Database.start(this.folder, 0).close();
		Files.writeString(this.folder.resolve("cluster/postmaster.pid"),
				ProcessHandle.current().pid() + "\n" + this.folder.resolve("cluster") + "\n");
		try (Database database = Database.start(this.folder, 0)) {
			assertThat(query(database, "SELECT 1")).isEqualTo("1");
		}
	}

	private static void execute(Database database, String sql) throws SQLException {
		try (Connection connection = connect(database)) {
			connection.createStatement().execute(sql);
		}
	}

	private static String query(Database database, String sql) throws SQLException {
		try (Connection connection = connect(database)) {
			var rows = connection.createStatement().executeQuery(sql);
			assertThat(rows.next()).isTrue();
			return rows.getString(1);
		}
	}

	private static Connection connect(Database database) throws SQLException {
		String name = "kept";
		database.createDatabase(name);
		return DriverManager.getConnection(database.jdbcUrl(name), database.user(), database.password());
	}

}
