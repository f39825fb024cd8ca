package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import com.google.common.base.Splitter;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider: tells of itself and of its keys, signs tokens, and lets the people
 * of its choice sign in elsewhere by codes.
 */
final class Provider implements AutoCloseable {

	static final String AUDIENCE = "parley";

	static final String CLIENT = "parley-console";

	static final String SECRET = "the-consoles-secret";

	private final HttpServer server;

	private final RSAKey key = key("good");

	private final AtomicInteger keyRequests = new AtomicInteger();

	/** What was asked for by each code that is not used yet. */
	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private volatile JWTClaimsSet.@Nullable Builder visitor;

	private volatile UnaryOperator<JWTClaimsSet.Builder> change = claims -> claims;

	private volatile Function<JWTClaimsSet.Builder, String> signature = this::token;

	Provider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		server.createContext("/.well-known/openid-configuration",
				exchange -> answer(exchange,
						"""
								{"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
								"token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/end", "subject_types_supported": ["public"],
								"response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
								"""
							.formatted(issuer())));
		server.createContext("/keys", exchange -> {
			keyRequests.incrementAndGet();
			answer(exchange, new JWKSet(key.toPublicJWK()).toString());
		});
		server.createContext("/authorize", this::authorize);
		server.createContext("/token", this::exchange);
		server.start();
	}

	/** Who is signed in there, and claims this; null for somebody who says no. */
	void visitedBy(JWTClaimsSet.@Nullable Builder claims) {
		visitor = claims;
	}

	/** How it signs what it says of visitors. */
	void signs(UnaryOperator<JWTClaimsSet.Builder> change, Function<JWTClaimsSet.Builder, String> signature) {
		this.change = change;
		this.signature = signature;
	}

	/** Sends the browser back with a code, as if somebody had agreed. */
	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> asked = parameters(String.valueOf(exchange.getRequestURI().getRawQuery()));
		assertThat(asked).containsEntry("client_id", CLIENT)
			.containsEntry("response_type", "code")
			.containsEntry("code_challenge_method", "S256")
			.containsKeys("state", "nonce", "code_challenge", "redirect_uri");
		assertThat(asked.get("scope")).contains("openid");
		String answer = "error=access_denied";
		if (visitor != null) {
			String code = UUID.randomUUID().toString();
			codes.put(code, asked);
			answer = "code=" + code;
		}
		try (exchange) {
			exchange.getResponseHeaders()
				.set("Location", asked.get("redirect_uri") + "?" + answer + "&state="
						+ URLEncoder.encode(String.valueOf(asked.get("state")), UTF_8));
			exchange.sendResponseHeaders(302, -1);
		}
	}

	/** A code for a token, once, for the program that began. */
	private void exchange(HttpExchange exchange) throws IOException {
		Map<String, String> sent = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
		Map<String, String> asked = codes.remove(String.valueOf(sent.get("code")));
		String known = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
		if (asked == null || visitor == null || !known.equals(exchange.getRequestHeaders().getFirst("Authorization"))
				|| !Objects.equals(asked.get("redirect_uri"), sent.get("redirect_uri"))
				|| !challenge(String.valueOf(sent.get("code_verifier"))).equals(asked.get("code_challenge"))) {
			answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
			return;
		}
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder(visitor.build()).audience(CLIENT)
			.issueTime(Date.from(Instant.now()))
			.claim("nonce", asked.get("nonce"));
		answer(exchange, """
				{"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "id_token": "%s"}
				""".formatted(UUID.randomUUID(), signature.apply(change.apply(claims))));
	}

	private static String challenge(String verifier) {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException(missing);
		}
	}

	private static Map<String, String> parameters(String form) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : Splitter.on('&').split(form)) {
			String[] parts = pair.split("=", 2);
			parameters.put(parts[0], (parts.length > 1) ? URLDecoder.decode(parts[1], UTF_8) : "");
		}
		return parameters;
	}

	String issuer() {
		return "http://localhost:" + server.getAddress().getPort();
	}

	int keyRequests() {
		return keyRequests.get();
	}

	/** The claims of a good token of the desk. */
	JWTClaimsSet.Builder claims() {
		return new JWTClaimsSet.Builder().issuer(issuer())
			.audience(List.of("others", AUDIENCE))
			.subject("7c1e")
			.expirationTime(Date.from(Instant.now().plusSeconds(300)))
			.claim("email", "lena@example.org")
			.claim("realm_access", Map.of("roles", List.of("staff", "comment-desk")));
	}

	String token(JWTClaimsSet.Builder claims) {
		return signed(claims, key);
	}

	/**
	 * Signed by somebody else under the name of the provider's key, or of no known key.
	 */
	String forged(JWTClaimsSet.Builder claims, String keyId) {
		return signed(claims, key(keyId));
	}

	/** "Signed" with the public key as if it were a secret. */
	String confused(JWTClaimsSet.Builder claims) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("good").build(),
					claims.build());
			token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
			return token.serialize();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	static String unsigned(JWTClaimsSet.Builder claims) {
		return new PlainJWT(claims.build()).serialize();
	}

	private static String signed(JWTClaimsSet.Builder claims, RSAKey signer) {
		try {
			SignedJWT token = new SignedJWT(
					new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(signer.getKeyID()).build(),
					claims.build());
			token.sign(new RSASSASigner(signer));
			return token.serialize();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		answer(exchange, 200, json);
	}

	private static void answer(HttpExchange exchange, int status, String json) throws IOException {
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			byte[] body = json.getBytes(UTF_8);
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		server.stop(0);
	}

}
