package io.parley.local.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.parley.local.command.AccessKey;
import io.parley.local.command.Checkout;
import io.parley.local.fixture.DatabaseCommand;
import io.parley.local.fixture.DatabaseCommand.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Against the table that the comment service's own migrations make. */
class KeysCommandTest {

	private final DatabaseCommand keys = DatabaseCommand.of("keys");

	@BeforeEach
	void migrate() throws Exception {
		List<Path> migrations;
		try (Stream<Path> files = Files
			.list(Checkout.folder().resolve("comment-service/src/main/resources/db/migration"))) {
			migrations = files.sorted().toList();
		}
		for (Path migration : migrations) {
			keys.execute(Files.readString(migration));
		}
	}

	@Test
	void given_a_new_key_then_it_is_printed_once_and_kept_as_a_hash() throws Exception {
		Run created = keys.run("create", "gazette", "import", "--scopes", "write", "--rate", "5");

		assertThat(created.status()).isZero();
		String key = created.out().strip();
		assertThat(key).matches("[0-9a-f]{64}");
		assertThat(keys.query("select hash = sha256('" + key + "'::bytea) from api_key")).isEqualTo("t");
		assertThat(keys.query("select k::text from api_key k")).doesNotContain(key).contains("{write}");
		assertThat(keys.run("list").out()).contains("gazette", "import", "write", "5/s", "good").doesNotContain(key);
	}

	@Test
	void given_a_rotation_then_the_old_key_stays_good_for_the_overlap() throws Exception {
		String first = keys.run("create", "gazette", "main").out().strip();

		String second = keys.run("rotate", "gazette", "main", "--overlap", "48").out().strip();

		assertThat(second).isNotEqualTo(first);
		assertThat(keys.query("select hash = sha256('" + second + "'::bytea) and previous_hash = sha256('" + first
				+ "'::bytea) and previous_until between now() + interval '47 hours' and now() + interval '48 hours'"
				+ " from api_key"))
			.isEqualTo("t");
		assertThat(keys.run("list", "gazette").out()).contains("the old one until");
	}

	@Test
	void given_a_revocation_then_the_key_is_refused_and_stays_so() {
		keys.run("create", "gazette", "main");

		assertThat(keys.run("revoke", "gazette", "main").status()).isZero();

		assertThat(keys.run("list").out()).contains("revoked");
		assertThat(keys.run("rotate", "gazette", "main").err()).contains("is revoked: create another");
		assertThat(keys.run("create", "gazette", "main").err()).contains("already");
	}

	@Test
	void given_a_key_of_the_settings_then_only_they_can_change_it_but_it_can_be_revoked() throws Exception {
		keys.execute(
				"insert into api_key (site, name, hash, configured) values ('gazette', 'main', sha256('k'), true)");

		Run rotated = keys.run("rotate", "gazette", "main");

		assertThat(rotated.status()).isOne();
		assertThat(rotated.err()).contains("change it there");
		assertThat(keys.run("revoke", "gazette", "main").status()).isZero();
	}

	@Test
	void given_what_cannot_be_then_a_plain_message() {
		assertThat(keys.run("revoke", "gazette", "none").err()).contains("has no key of the name none");
		assertThat(keys.run("create", "a/b", "main").err()).contains("1 to 100 of the characters");
		assertThat(keys.run("create", "gazette", "main", "--scopes", "admin").status()).isEqualTo(2);
		assertThat(keys.run("create", "gazette", "main", "--rate", "-1").status()).isEqualTo(2);
		assertThat(keys.run("list", "--jdbc-url", "jdbc:postgresql://localhost:1/none").err())
			.contains("cannot be reached");
	}

	@Test
	void keys_are_never_the_same() {
		assertThat(AccessKey.random().value()).isNotEqualTo(AccessKey.random().value());
	}

}
