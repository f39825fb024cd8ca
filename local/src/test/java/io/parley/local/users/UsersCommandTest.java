package io.parley.local.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;

import io.parley.backends.Backends;
import io.parley.local.command.Checkout;
import io.parley.local.fixture.DatabaseCommand;
import io.parley.local.fixture.DatabaseCommand.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Against the table that the moderation service's own migration makes. */
class UsersCommandTest {

	private static final String GOOD = "a lamp beside seven rivers";

	private final DatabaseCommand users = DatabaseCommand.of("users");

	@BeforeEach
	void migrate() throws Exception {
		users.execute(Files.readString(
				Checkout.folder().resolve("moderation-service/src/main/resources/db/migration/V3__moderator.sql")));
	}

	@Test
	void given_a_new_user_then_a_password_is_made_printed_once_and_kept_as_a_hash() throws Exception {
		Run created = users.run("create", "ines@desk.example", "--role", "policy-editor");

		assertThat(created.status()).as(created.err()).isZero();
		String password = created.out().strip();
		assertThat(password).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
		assertThat(isPasswordOf("ines@desk.example", password)).isTrue();
		assertThat(users.query("select m::text from moderator m")).doesNotContain(password).contains("{bcrypt}$2a$12$");
		assertThat(users.run("list").out()).contains("ines@desk.example", "policy-editor", "good")
			.doesNotContain(password);
	}

	@Test
	void given_a_password_on_the_input_then_it_is_taken_and_printed_nowhere() throws Exception {
		Run created = typing(GOOD + "\nand what follows", "create", "ada", "--ask");

		assertThat(created.status()).as(created.err()).isZero();
		assertThat(created.out() + created.err()).doesNotContain(GOOD);
		assertThat(isPasswordOf("ada", GOOD)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "short", "password1234", "adaadaadaada", "aaaaaaaaaaaaaaaaaaaaaaaa",
			"qwertyuiop12", "a tab\tin the middle of it all",
			"more than what bcrypt reads, which are seventy-two bytes and not a single one more" })
	void given_a_password_that_is_not_good_then_it_is_refused(String password) throws Exception {
		Run refused = typing(password, "create", "ada", "--ask");

		assertThat(refused.status()).isOne();
		assertThat(refused.err()).contains("password").doesNotContain("\tat ");
		assertThat(users.query("select count(*) from moderator")).isEqualTo("0");
	}

	@Test
	void given_changes_then_each_is_in_force_and_ends_what_was_signed_in_before() throws Exception {
		users.run("create", "ada");

		users.run("role", "ADA", "admin");
		String password = users.run("password", "ada").out().strip();
		users.run("disable", "Ada");

		assertThat(users.query("select role || ' ' || disabled || ' ' || version from moderator"))
			.isEqualTo("admin true 4");
		assertThat(isPasswordOf("ada", password)).isTrue();
		assertThat(users.run("list").out()).contains("disabled");
		assertThat(users.run("enable", "ada").status()).isZero();
		assertThat(users.run("list").out()).doesNotContain("disabled");
	}

	@Test
	void given_what_cannot_be_then_a_plain_message() {
		users.run("create", "ada");

		assertThat(users.run("create", "ADA").err()).contains("already");
		assertThat(users.run("create", "two words").err()).contains("1 to 100 of the characters");
		assertThat(users.run("create", "x'; drop table moderator; --").err()).contains("1 to 100 of the characters");
		assertThat(users.run("create", "eve", "--role", "root").err()).contains("moderator, policy-editor or admin");
		assertThat(users.run("create", "eve", "secret").status()).isEqualTo(2);
		assertThat(users.run("role", "eve", "admin").err()).contains("no user of the name eve");
		assertThat(users.run("disable", "eve").status()).isOne();
		assertThat(users.run("list", "--jdbc-url", "jdbc:postgresql://localhost:1/none").err())
			.contains("cannot be reached");
		assertThat(users
			.run("list", "--jdbc-url",
					Backends.shared().newDatabase() + "?user=" + Backends.shared().databaseUser() + "&password="
							+ Backends.shared().databasePassword())
			.err()).contains("start the moderation service once");
	}

	private boolean isPasswordOf(String name, String password) throws Exception {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder()
			.matches(password, users.query("select password from moderator where name = '" + name + "'"));
	}

	private Run typing(String input, String... arguments) {
		InputStream before = System.in;
		System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
		try {
			return users.run(arguments);
		}
		finally {
			System.setIn(before);
		}
	}

}
