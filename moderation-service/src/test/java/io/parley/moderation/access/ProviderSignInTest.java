package io.parley.moderation.access;

import static io.parley.moderation.access.Caller.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in to the pages at an OpenID provider, there and back by a browser. */
@SpringBootTest(classes = Door.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "parley.access.pages=true", "server.forward-headers-strategy=native",
				"spring.security.oauth2.client.registration.press.client-id=" + Provider.CLIENT,
				"spring.security.oauth2.client.registration.press.client-secret=" + Provider.SECRET,
				"spring.security.oauth2.client.registration.press.client-name=Press House",
				"spring.security.oauth2.client.registration.press.scope=openid",
				"spring.security.oauth2.client.registration.gone.client-id=parley",
				"spring.security.oauth2.client.registration.gone.client-secret=secret",
				"spring.security.oauth2.client.registration.gone.scope=openid",
				"spring.security.oauth2.client.provider.gone.issuer-uri=http://localhost:1/gone",
				"parley.access.oidc.name-claim=email", "parley.access.oidc.role-claim=realm_access.roles",
				"parley.access.oidc.roles.moderator=comment-desk", "parley.access.oidc.roles.admin=operators" })
@ContextConfiguration(initializers = Door.OnSharedDatabase.class)
class ProviderSignInTest {

	private static final Provider PROVIDER = new Provider();

	private static final String BEGIN = "/oauth2/authorization/press";

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Accounts accounts;

	private final Caller caller;

	private final int port;

	ProviderSignInTest(@LocalServerPort int port) {
		this.port = port;
		this.caller = new Caller(port);
	}

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry settings) {
		settings.add("spring.security.oauth2.client.provider.press.issuer-uri", PROVIDER::issuer);
	}

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@BeforeEach
	void lenaIsSignedInThere() {
		PROVIDER.visitedBy(PROVIDER.claims());
		PROVIDER.signs(claims -> claims, PROVIDER::token);
	}

	@Test
	void given_nobody_signed_in_then_the_page_offers_the_providers_and_the_form() {
		assertThat(caller.get("/login").body()).contains("Sign in with Press House", "href=\"" + BEGIN + "\"")
			.contains("name=\"password\"");
	}

	@Test
	void given_somebody_of_the_desk_then_they_come_back_with_a_session_and_the_groups_role() {
		HttpResponse<String> arrival = caller.follow(BEGIN);

		assertThat(arrival.uri().getPath()).isEqualTo("/console");
		assertThat(arrival.body()).contains("<bdi>lena@example.org</bdi>");
		assertThat(caller.get("/v1/who").body()).isEqualTo("lena@example.org");
		assertThat(caller.get("/v1/projection").statusCode()).isEqualTo(403);
		assertThat(audited("lena@example.org")).contains("signed in");
	}

	@Test
	void given_several_groups_then_the_highest_role_counts() {
		PROVIDER
			.visitedBy(PROVIDER.claims().claim("realm_access", Map.of("roles", List.of("comment-desk", "operators"))));

		caller.follow(BEGIN);

		assertThat(caller.get("/v1/projection").statusCode()).isEqualTo(200);
	}

	@Test
	void given_a_page_that_was_asked_for_then_they_come_to_it() {
		caller.get("/console/decisions?site=gazette", "Accept", "text/html");

		HttpResponse<String> arrival = caller.follow(BEGIN);

		assertThat(arrival.uri().getPath()).isEqualTo("/console/decisions");
		assertThat(arrival.uri().getQuery()).contains("site=gazette");
	}

	@Test
	void given_a_session_then_changes_need_its_token() {
		caller.follow(BEGIN);
		caller.get("/v1/who");

		assertThat(caller.post("/v1/who", "").statusCode()).isEqualTo(403);
		assertThat(caller.post("/v1/who", "", "X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN")).body())
			.isEqualTo("lena@example.org");
	}

	@Test
	void given_a_session_when_signed_out_then_it_is_over_and_the_way_out_of_the_provider_is_shown() {
		caller.follow(BEGIN);
		caller.get("/v1/who");

		HttpResponse<String> answer = caller.post("/logout", "", "X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN"));

		assertThat(answer.headers().firstValue("Location"))
			.hasValueSatisfying(location -> assertThat(location).endsWith("/login?out=press"));
		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
		assertThat(caller.get("/login?out=press").body()).contains("Sign out of Press House, too",
				"href=\"" + PROVIDER.issuer() + "/end?client_id=" + Provider.CLIENT + "\"");
		assertThat(caller.get("/login?out=%3Cscript%3E").body()).contains("You are signed out").doesNotContain("/end");
		assertThat(audited("lena@example.org")).contains("signed out");
	}

	@Test
	void given_a_session_as_long_as_the_provider_was_not_asked_then_it_is_over() {
		caller.follow(BEGIN);
		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(200);

		jdbc.sql("update spring_session set creation_time = creation_time - ? where principal_name = ?")
			.param(4 * 3600 * 1000L)
			.param("lena@example.org")
			.update();

		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void given_somebody_who_may_not_then_they_are_told_so(String what, JWTClaimsSet.Builder claims) {
		if (what.contains("account")) {
			jdbc.sql("insert into moderator (name, role, password) values ('ines', 'admin', 'none')").update();
			await().until(() -> accounts.find("ines") != null);
		}
		PROVIDER.visitedBy(claims);

		HttpResponse<String> arrival = caller.follow(BEGIN);

		assertThat(arrival.uri().getPath()).isEqualTo("/login");
		assertThat(arrival.body()).contains("You have no role here");
		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
	}

	static List<Arguments> given_somebody_who_may_not_then_they_are_told_so() {
		return List.of(
				Arguments.of("in no group of a role",
						PROVIDER.claims().claim("realm_access", Map.of("roles", List.of("admin")))),
				Arguments.of("of no group at all", PROVIDER.claims().claim("realm_access", null)),
				Arguments.of("without a name", PROVIDER.claims().claim("email", null)),
				Arguments.of("with the name of a key", PROVIDER.claims().claim("email", "robot")),
				Arguments.of("with the name of an account", PROVIDER.claims().claim("email", "ines")));
	}

	@Test
	void given_somebody_who_says_no_at_the_provider_then_they_are_not_signed_in() {
		PROVIDER.visitedBy(null);

		assertThat(caller.follow(BEGIN).body()).contains("You have no role here");
		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void given_a_bad_token_then_nobody_is_signed_in(String what, UnaryOperator<JWTClaimsSet.Builder> change,
			Function<JWTClaimsSet.Builder, String> signature) {
		PROVIDER.signs(change, signature);

		HttpResponse<String> arrival = caller.follow(BEGIN);

		assertThat(arrival.uri().getPath()).isEqualTo("/login");
		assertThat(arrival.body()).contains("That did not work");
		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
	}

	static List<Arguments> given_a_bad_token_then_nobody_is_signed_in() {
		return List.of(bad("of another issuer", claims -> claims.issuer("https://evil.example.org")),
				bad("for another program", claims -> claims.audience("payroll")),
				bad("of another sign-in", claims -> claims.claim("nonce", "another")),
				bad("of no sign-in", claims -> claims.claim("nonce", null)),
				bad("expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
				bad("that never expires", claims -> claims.expirationTime(null)),
				signed("by another key of the same name", claims -> PROVIDER.forged(claims, "good")),
				signed("by an unknown key", claims -> PROVIDER.forged(claims, "other")),
				signed("with the public key as a secret", PROVIDER::confused), signed("by nobody", Provider::unsigned));
	}

	@Test
	void given_a_code_for_another_browser_then_nobody_is_signed_in() {
		Caller stranger = new Caller(port);
		HttpResponse<String> beginning = stranger.get(BEGIN);
		String state = beginning.headers()
			.firstValue("Location")
			.orElseThrow()
			.replaceAll(".*[?&]state=([^&]*).*", "$1");

		HttpResponse<String> arrival = caller.follow("/login/oauth2/code/press?code=theirs&state=" + state);

		assertThat(arrival.uri().getPath()).isEqualTo("/login");
		assertThat(arrival.body()).contains("That did not work");
		assertThat(caller.get("/v1/who").statusCode()).isEqualTo(401);
	}

	@Test
	void given_a_provider_that_is_away_or_unknown_then_the_page_says_so_and_the_others_are_good() {
		assertThat(caller.follow("/oauth2/authorization/gone").body()).contains("That did not work");
		assertThat(caller.follow("/oauth2/authorization/nowhere").body()).contains("That did not work");
		assertThat(caller.get("/login?out=gone").body()).contains("You are signed out");

		assertThat(caller.follow(BEGIN).uri().getPath()).isEqualTo("/console");
	}

	@Test
	void given_somebody_who_begins_all_the_time_then_they_have_to_wait() {
		// On a slow machine more than a few dozen: there is one more each second.
		assertThat(IntStream.range(0, 1000)
			.mapToObj(_ -> caller.get(BEGIN, "X-Forwarded-For", "203.0.113.70"))
			.map(answer -> answer.headers().firstValue("Location").orElse(""))
			.anyMatch(location -> location.contains("/login?wait="))).isTrue();
	}

	@Test
	void given_providers_then_passwords_go_on_working() {
		jdbc.sql("insert into moderator (name, role, password) values ('ada', 'admin', ?)")
			.param(PasswordRules.hash("correct horse battery staple"))
			.update();
		await().until(() -> accounts.find("ada") != null);

		assertThat(caller.get("/v1/who", basic("ada", "correct horse battery staple")).body()).isEqualTo("ada");
	}

	@Test
	void given_a_provider_without_the_scope_openid_then_the_service_does_not_start() {
		OAuth2ClientProperties settings = new OAuth2ClientProperties();
		settings.getRegistration().put("press", new OAuth2ClientProperties.Registration());

		assertThatThrownBy(() -> new ProviderRegistrations(settings)).hasMessageContaining("must contain openid");
	}

	private List<String> audited(String who) {
		return jdbc.sql("select what from audit where who = ?")
			.param(who)
			.query((row, _) -> String.valueOf(row.getString("what")))
			.list();
	}

	private static Arguments bad(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
		Function<JWTClaimsSet.Builder, String> signature = PROVIDER::token;
		return Arguments.of(what, change, signature);
	}

	private static Arguments signed(String what, Function<JWTClaimsSet.Builder, String> signature) {
		UnaryOperator<JWTClaimsSet.Builder> none = claims -> claims;
		return Arguments.of("signed " + what, none, signature);
	}

}
