package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

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

/** An OpenID provider: tells of itself and of its keys, and signs tokens. */
final class Provider implements AutoCloseable {

	static final String AUDIENCE = "parley";

	private final HttpServer server;

	private final RSAKey key = key("good");

	private final AtomicInteger keyRequests = new AtomicInteger();

	Provider() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
				{"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
				"token_endpoint": "%1$s/token", "subject_types_supported": ["public"],
				"response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
				""".formatted(issuer())));
		server.createContext("/keys", exchange -> {
			keyRequests.incrementAndGet();
			answer(exchange, new JWKSet(key.toPublicJWK()).toString());
		});
		server.start();
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
		try (exchange) {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			byte[] body = json.getBytes(UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		server.stop(0);
	}

}
