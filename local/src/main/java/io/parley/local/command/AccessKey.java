package io.parley.local.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key or password that no one can guess, as hexadecimal digits.
 *
 * @param value what its owner sends
 */
public record AccessKey(String value) {

	/** A new key of 256 random bits. */
	public static AccessKey random() {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return new AccessKey(HexFormat.of().formatHex(key));
	}

	/** Its SHA-256 in hexadecimal digits, which is all that services are told of it. */
	public String sha256() {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK knows SHA-256", ex);
		}
	}

	/** Says nothing of the key, so that no log does. */
	@Override
	public String toString() {
		return "AccessKey[***]";
	}

}
