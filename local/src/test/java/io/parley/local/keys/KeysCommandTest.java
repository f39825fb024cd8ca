package io.parley.local.keys;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import io.parley.backends.Backends;
import io.parley.local.Parley;
import io.parley.local.command.AccessKey;
import io.parley.local.command.Checkout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** Against the table that the comment service's own migrations make. */
class KeysCommandTest {

	private String jdbcUrl = "";

	@BeforeEach
	void migrate() throws Exception {
		Backends backends = Backends.shared();
		jdbcUrl = backends.newDatabase() + "?user=" + backends.databaseUser() + "&password="
				+ backends.databasePassword();
		List<Path> migrations;
		try (Stream<Path> files = Files
			.list(Checkout.folder().resolve("comment-service/src/main/resources/db/migration"))) {
			migrations = files.sorted().toList();
		}
		for (Path migration : migrations) {
			execute(Files.readString(migration));
		}
	}

	@Test
	void given_a_new_key_then_it_is_printed_once_and_kept_as_a_hash() throws Exception {
		Run created = run("create", "gazette", "import", "--scopes", "write", "--rate", "5");

		assertThat(created.status()).isZero();
		String key = created.out().strip();
		assertThat(key).matches("[0-9a-f]{64}");
		assertThat(query("select hash = sha256('" + key + "'::bytea) from api_key")).isEqualTo("t");
		assertThat(query("select k::text from api_key k")).doesNotContain(key).contains("{write}");
		assertThat(run("list").out()).contains("gazette", "import", "write", "5/s", "good").doesNotContain(key);
	}

	@Test
	void given_a_rotation_then_the_old_key_stays_good_for_the_overlap() throws Exception {
		String first = run("create", "gazette", "main").out().strip();

		String second = run("rotate", "gazette", "main", "--overlap", "48").out().strip();

		assertThat(second).isNotEqualTo(first);
		assertThat(query("select hash = sha256('" + second + "'::bytea) and previous_hash = sha256('" + first
				+ "'::bytea) and previous_until between now() + interval '47 hours' and now() + interval '48 hours'"
				+ " from api_key"))
			.isEqualTo("t");
		assertThat(run("list", "gazette").out()).contains("the old one until");
	}

	@Test
	void given_a_revocation_then_the_key_is_refused_and_stays_so() {
		run("create", "gazette", "main");

		assertThat(run("revoke", "gazette", "main").status()).isZero();

		assertThat(run("list").out()).contains("revoked");
		assertThat(run("rotate", "gazette", "main").err()).contains("is revoked: create another");
		assertThat(run("create", "gazette", "main").err()).contains("already");
	}

	@Test
	void given_a_key_of_the_settings_then_only_they_can_change_it_but_it_can_be_revoked() throws Exception {
		execute("insert into api_key (site, name, hash, configured) values ('gazette', 'main', sha256('k'), true)");

		Run rotated = run("rotate", "gazette", "main");

		assertThat(rotated.status()).isOne();
		assertThat(rotated.err()).contains("change it there");
		assertThat(run("revoke", "gazette", "main").status()).isZero();
	}

	@Test
	void given_what_cannot_be_then_a_plain_message() {
		assertThat(run("revoke", "gazette", "none").err()).contains("has no key of the name none");
		assertThat(run("create", "a/b", "main").err()).contains("1 to 100 of the characters");
		assertThat(run("create", "gazette", "main", "--scopes", "admin").status()).isEqualTo(2);
		assertThat(run("create", "gazette", "main", "--rate", "-1").status()).isEqualTo(2);
		assertThat(run("list", "--jdbc-url", "jdbc:postgresql://localhost:1/none").err()).contains("cannot be reached");
	}

	@Test
	void keys_are_never_the_same() {
		assertThat(AccessKey.random().value()).isNotEqualTo(AccessKey.random().value());
	}

	private Run run(String... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine parley = Parley.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
		Stream<String> database = List.of(arguments).contains("--jdbc-url") ? Stream.of()
				: Stream.of("--jdbc-url", jdbcUrl);
		int status = parley.execute(
				Stream.concat(Stream.concat(Stream.of("keys"), Stream.of(arguments)), database).toArray(String[]::new));
		return new Run(status, out.toString(), err.toString());
	}

	private void execute(String sql) throws Exception {
		try (Connection connection = DriverManager.getConnection(jdbcUrl);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private String query(String sql) throws Exception {
		try (Connection connection = DriverManager.getConnection(jdbcUrl);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return String.valueOf(row.getString(1));
		}
	}

	/** What a command did. */
	private record Run(int status, String out, String err) {
	}

}
