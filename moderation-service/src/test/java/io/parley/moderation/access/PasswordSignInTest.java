package io.parley.moderation.access;

import static io.parley.moderation.access.Caller.basic;
import static io.parley.moderation.access.Caller.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * People with passwords, beside the keys of the settings, as API callers and in pages.
 */
@SpringBootTest(classes = Door.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "parley.access.pages=true", "server.forward-headers-strategy=native" })
@ContextConfiguration(initializers = Door.OnSharedDatabase.class)
class PasswordSignInTest {

	private static final String PASSWORD = "correct horse bättery staple";

	/** Hashed once: it takes long. */
	private static final String HASH = PasswordRules.hash(PASSWORD);

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	private final Caller caller;

	PasswordSignInTest(@LocalServerPort int port) {
		this.caller = new Caller(port);
	}

	@BeforeEach
	void people() {
		jdbc.sql("delete from moderator").update();
		jdbc.sql("delete from spring_session").update();
		account("Ines", "moderator");
		account("ada", "admin");
	}

	@Test
	void given_name_and_password_then_the_caller_is_known_by_the_name_of_the_account() {
		HttpResponse<String> answer = caller.get("/v1/who", basic("ines", PASSWORD));

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("Ines");
		assertThat(answer.headers().firstValue("Set-Cookie").filter(cookie -> cookie.startsWith("PARLEY"))).isEmpty();
	}

	@Test
	void given_a_password_in_another_form_of_unicode_then_it_is_the_same() {
		assertThat(caller.get("/v1/who", basic("ines", "correct horse ba\u0308ttery staple")).statusCode())
			.isEqualTo(200);
	}

	@Test
	void given_a_key_of_the_settings_then_it_goes_on_working() {
		assertThat(caller.get("/v1/who", bearer(Door.KEY)).body()).isEqualTo("robot");
	}

	@Test
	void given_roles_then_each_may_do_what_it_may() {
		assertThat(caller.get("/v1/projection", basic("ada", PASSWORD)).statusCode()).isEqualTo(200);
		assertThat(caller.get("/v1/projection", basic("ines", PASSWORD)).statusCode()).isEqualTo(403);
		assertThat(caller.get("/v1/corrections/reset", basic("ines", PASSWORD)).statusCode()).isEqualTo(403);
		assertThat(caller.get("/v1/corrections/reset", basic("ada", PASSWORD)).statusCode()).isNotIn(401, 403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ines:wrong", "nobody:correct horse bättery staple", "ines:", ":", "ines", "",
			"ines:correct horse bättery staple and what is cut off by bcrypt after its 72 bytes", "in\u0000es:x",
			"' or true --:x" })
	void given_anything_else_then_unauthorized_in_the_same_words(String credentials) {
		int colon = credentials.indexOf(':');
		String[] header = (colon < 0) ? new String[] { "Authorization", "Basic " + credentials }
				: basic(credentials.substring(0, colon), credentials.substring(colon + 1));

		HttpResponse<String> answer = caller.get("/v1/who", from("198.51.100." + credentials.length(), header));

		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer realm=\"parley\"");
		assertThat(answer.body()).contains("or name and password by HTTP Basic");
	}

	@Test
	void given_a_change_of_the_account_then_it_counts_though_the_password_was_verified_before() {
		assertThat(caller.get("/v1/who", basic("ines", PASSWORD)).statusCode()).isEqualTo(200);

		jdbc.sql("update moderator set disabled = true, version = version + 1 where name = 'Ines'").update();

		await().until(() -> caller.get("/v1/who", from("198.51.100.77", basic("ines", PASSWORD))).statusCode() == 401);
	}

	@Test
	void given_many_wrong_passwords_then_that_address_waits_for_that_name_and_whoever_was_verified_goes_on() {
		assertThat(caller.get("/v1/who", from("203.0.113.9", basic("ines", PASSWORD))).statusCode()).isEqualTo(200);

		List<Integer> answers = IntStream.range(0, 7)
			.mapToObj(i -> caller.get("/v1/who", from("203.0.113.9", basic("ines", "guess " + i))).statusCode())
			.toList();

		assertThat(answers.subList(0, 5)).containsOnly(401);
		assertThat(answers.subList(5, 7)).containsOnly(429);
		HttpResponse<String> braked = caller.get("/v1/who", from("203.0.113.9", basic("INES", "guess")));
		assertThat(braked.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
		assertThat(braked.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(caller.get("/v1/who", from("203.0.113.9", basic("ines", PASSWORD))).statusCode()).isEqualTo(200);
		assertThat(caller.get("/v1/who", from("203.0.113.10", basic("ines", "guess"))).statusCode()).isEqualTo(401);
	}

	@Test
	void given_pages_then_a_session_is_good_for_the_api_but_changes_need_its_token() {
		signIn();

		assertThat(caller.get("/v1/who").body()).isEqualTo("Ines");
		assertThat(caller.post("/v1/who", "").statusCode()).isEqualTo(403);
		assertThat(caller.post("/v1/who", "", "X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN")).body()).isEqualTo("Ines");
		assertThat(caller.post("/v1/who", "", bearer(Door.KEY)).body()).isEqualTo("robot");
	}

	@Test
	void given_a_session_when_the_account_changes_then_it_is_over() {
		signIn();

		jdbc.sql("update moderator set role = 'admin', version = version + 1 where name = 'Ines'").update();

		await().untilAsserted(() -> assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401));
	}

	@Test
	void given_a_session_when_signed_out_then_it_is_over() {
		signIn();
		caller.get("/v1/who");

		caller.post("/logout", "", "X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN"));

		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
	}

	@Test
	void given_a_page_and_nobody_signed_in_then_the_form_is_shown_however_often() {
		caller.get("/console", "Accept", "text/html");
		HttpResponse<String> answer = caller.get("/console", "Accept", "text/html");

		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location"))
			.hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
	}

	@Test
	void given_a_page_then_it_may_run_nothing_but_our_own_files_which_browsers_keep() {
		HttpResponse<String> page = caller.get("/login", "Accept", "text/html");

		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'")
				.doesNotContain("unsafe"));
		assertThat(page.body()).doesNotContain("<style", " style=", " onclick");
		String sheet = page.body().replaceAll("(?s).*href=\"(/assets/console-[0-9a-f]{32}\\.css)\".*", "$1");
		String htmx = page.body()
			.replaceAll("(?s).*src=\"(/assets/htmx.org/[0-9.]+/dist/htmx.min-[0-9a-f]{32}\\.js)\".*", "$1");
		for (String address : List.of(sheet, htmx)) {
			HttpResponse<String> file = caller.get(address);
			assertThat(file.statusCode()).as(address).isEqualTo(200);
			assertThat(file.headers().firstValue("Cache-Control"))
				.hasValueSatisfying(cache -> assertThat(cache).contains("max-age=31536000", "immutable"));
		}
	}

	@Test
	void given_a_session_when_a_page_is_not_there_then_a_page_says_so() {
		signIn();

		HttpResponse<String> answer = caller.get("/console/nowhere", "Accept", "text/html");

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("There is no page at this address").contains("<bdi>Ines</bdi>");
	}

	@Test
	void given_a_part_of_a_page_and_no_session_any_more_then_the_whole_page_goes_to_the_form() {
		HttpResponse<String> answer = caller.get("/console", "HX-Request", "true");

		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/login?over");
	}

	@Test
	void given_a_session_then_it_is_kept_for_every_instance_and_a_stranger_makes_none() {
		caller.get("/console", "Accept", "text/html");
		assertThat(sessions()).isZero();

		signIn();

		assertThat(sessions()).isEqualTo(1);
	}

	@Test
	void given_somebody_signs_in_then_the_audit_log_tells_from_where() {
		signIn();

		assertThat(jdbc.sql("select details ->> 'address' from audit where what = 'signed in' order by id desc limit 1")
			.query(String.class)
			.single()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
	}

	private int sessions() {
		return jdbc.sql("select count(*) from spring_session").query(Integer.class).single();
	}

	@Test
	void given_a_form_of_another_site_then_nobody_is_signed_in() {
		assertThat(caller.post("/login", "username=ines&password=" + PASSWORD.replace(' ', '+'), FORM).statusCode())
			.isEqualTo(403);
	}

	private static final String[] FORM = { "Content-Type", "application/x-www-form-urlencoded" };

	private void signIn() {
		await().until(() -> accounts.find("ines") != null);
		String form = caller.get("/login").body();
		String token = form.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
		HttpResponse<String> answer = caller.post("/login",
				"username=ines&password=" + PASSWORD.replace(' ', '+').replace("ä", "%C3%A4") + "&_csrf=" + token,
				FORM);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location"))
			.hasValueSatisfying(location -> assertThat(location).endsWith("/console"));
		assertThat(answer.headers().allValues("Set-Cookie"))
			.anySatisfy(cookie -> assertThat(cookie).contains("PARLEY", "HttpOnly", "SameSite=Lax"));
	}

	private static String[] from(String address, String... headers) {
		String[] all = Arrays.copyOf(headers, headers.length + 2);
		all[headers.length] = "X-Forwarded-For";
		all[headers.length + 1] = address;
		return all;
	}

	private void account(String name, String role) {
		jdbc.sql("insert into moderator (name, role, password) values (?, ?, ?)")
			.param(name)
			.param(role)
			.param(HASH)
			.update();
		await().until(() -> accounts.find(name) != null);
	}

}
