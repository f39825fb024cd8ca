package io.parley.moderation.access;

import static io.parley.moderation.access.Caller.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens of an OpenID provider, good ones and those that must not be. */
@SpringBootTest(classes = Door.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.forward-headers-strategy=native",
				"spring.security.oauth2.resourceserver.jwt.audiences=" + Provider.AUDIENCE,
				"parley.access.oidc.name-claim=email", "parley.access.oidc.role-claim=realm_access.roles",
				"parley.access.oidc.roles.moderator=comment-desk", "parley.access.oidc.roles.admin=operators" })
@ContextConfiguration(initializers = Door.OnSharedDatabase.class)
class ProviderTokensTest {

	private static final Provider PROVIDER = new Provider();

	private final Caller caller;

	ProviderTokensTest(@LocalServerPort int port) {
		this.caller = new Caller(port);
	}

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry settings) {
		settings.add(ProviderTokens.ISSUER, PROVIDER::issuer);
	}

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@Test
	void given_a_good_token_then_the_caller_is_known_by_the_named_claim_and_has_the_groups_role() {
		String[] token = bearer(PROVIDER.token(PROVIDER.claims()));

		assertThat(caller.get("/v1/who", token).body()).isEqualTo("lena@example.org");
		assertThat(caller.get("/v1/projection", token).statusCode()).isEqualTo(403);
	}

	@Test
	void given_several_groups_then_the_highest_role_counts() {
		String token = PROVIDER
			.token(PROVIDER.claims().claim("realm_access", Map.of("roles", List.of("operators", "comment-desk"))));

		assertThat(caller.get("/v1/projection", bearer(token)).statusCode()).isEqualTo(200);
	}

	@Test
	void given_a_good_token_of_somebody_without_a_role_then_nothing_is_allowed() {
		String token = PROVIDER.token(PROVIDER.claims().claim("realm_access", Map.of("roles", List.of("admin"))));

		assertThat(caller.get("/v1/who", bearer(token)).statusCode()).isEqualTo(403);
	}

	@Test
	void given_a_key_of_the_settings_then_it_goes_on_working() {
		assertThat(caller.get("/v1/who", bearer(Door.KEY)).body()).isEqualTo("robot");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void given_a_bad_token_then_unauthorized(String what, Supplier<String> token) {
		var answer = caller.get("/v1/who", bearer(token.get()));

		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("urn:parley:problem:unauthorized").doesNotContain("exception", "jwt");
	}

	static List<Arguments> given_a_bad_token_then_unauthorized() {
		return List.of(bad("of another issuer", () -> PROVIDER.token(claims().issuer("https://evil.example.org"))),
				bad("for another program", () -> PROVIDER.token(claims().audience("payroll"))),
				bad("for nobody", () -> PROVIDER.token(claims().audience(List.of()))),
				bad("expired",
						() -> PROVIDER.token(claims().expirationTime(Date.from(Instant.now().minusSeconds(120))))),
				bad("that never expires", () -> PROVIDER.token(claims().expirationTime(null))),
				bad("not yet good",
						() -> PROVIDER.token(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(300))))),
				bad("without a signature", () -> Provider.unsigned(claims())),
				bad("with its signature cut off", () -> PROVIDER.token(claims()).replaceAll("[^.]*$", "")),
				bad("signed by another key of the same name", () -> PROVIDER.forged(claims(), "good")),
				bad("signed by an unknown key", () -> PROVIDER.forged(claims(), "other")),
				bad("signed with the public key as a secret", () -> PROVIDER.confused(claims())),
				bad("without a name", () -> PROVIDER.token(claims().claim("email", null))),
				bad("with a name that would forge a line of the log",
						() -> PROVIDER.token(claims().claim("email", "lena\nroot signed in"))),
				bad("with the name of a key", () -> PROVIDER.token(claims().claim("email", "robot"))),
				bad("of two dots alone", () -> ".."), bad("of no form at all", () -> "a.b.c"));
	}

	@Test
	void given_many_tokens_of_unknown_keys_then_the_provider_is_not_asked_for_each() {
		String forged = PROVIDER.forged(claims(), "unknown");
		int before = PROVIDER.keyRequests();

		List<Integer> answers = IntStream.range(0, 90)
			.mapToObj(_ -> caller.get("/v1/who", "Authorization", "Bearer " + forged, "X-Forwarded-For", "203.0.113.66")
				.statusCode())
			.toList();

		assertThat(answers).contains(429);
		assertThat(PROVIDER.keyRequests() - before).isLessThan(80);
	}

	@Test
	void given_no_audience_or_no_roles_then_the_service_does_not_start() {
		var noRoles = new AccessProperties.Oidc("sub", "roles", Map.of(), Duration.ofHours(4));
		var roles = new AccessProperties.Oidc("sub", "roles", Map.of(Role.ADMIN, List.of("operators")),
				Duration.ofHours(4));

		assertThatThrownBy(() -> tokens(roles, List.of())).hasMessageContaining("audiences is missing");
		assertThatThrownBy(() -> tokens(noRoles, List.of("parley"))).hasMessageContaining("oidc.roles is missing");
	}

	private static ProviderTokens tokens(AccessProperties.Oidc oidc, List<String> audiences) {
		return new ProviderTokens(_ -> {
			throw new UnsupportedOperationException();
		}, new AccessProperties(List.of(), oidc, false), mock(), new SignInBrake(), audiences);
	}

	private static JWTClaimsSet.Builder claims() {
		return PROVIDER.claims();
	}

	private static Arguments bad(String what, Supplier<String> token) {
		return Arguments.of(what, token);
	}

}
