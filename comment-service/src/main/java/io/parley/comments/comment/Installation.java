package io.parley.comments.comment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs with the secret that the first migration made. Thread-safe. */
@Component
class Installation {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec secret;

	Installation(JdbcClient jdbc) {
		this.secret = new SecretKeySpec(jdbc.sql("select secret from installation").query(byte[].class).single(),
				ALGORITHM);
	}

	/**
	 * HMAC-SHA256.
	 * @param purpose keeps signatures of one purpose from being used for another
	 */
	byte[] sign(String purpose, byte[] message) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(secret);
			mac.update(purpose.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException("Every Java runtime has " + ALGORITHM, failure);
		}
	}

}
