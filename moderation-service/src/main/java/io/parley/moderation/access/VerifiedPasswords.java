package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;

/**
 * Remembers for a few minutes which passwords were right, by a hash with a key of this
 * process, so that a program that sends its password with each request is not slowed down
 * by hashing. Bounded; thread-safe.
 */
final class VerifiedPasswords {

	private static final String ALGORITHM = "HmacSHA256";

	private final Cache<ByteBuffer, Boolean> verified = CacheBuilder.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofMinutes(5))
		.build();

	private final SecretKeySpec key;

	VerifiedPasswords() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.key = new SecretKeySpec(random, ALGORITHM);
	}

	boolean knows(Account account, String password) {
		return verified.getIfPresent(fingerprint(account, password)) != null;
	}

	void add(Account account, String password) {
		verified.put(fingerprint(account, password), true);
	}

	/** Another password or account of the name is another fingerprint. */
	private ByteBuffer fingerprint(Account account, String password) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(key);
			mac.update(account.name().getBytes(UTF_8));
			mac.update((byte) 0);
			mac.update(account.hash().getBytes(UTF_8));
			mac.update((byte) 0);
			return ByteBuffer.wrap(mac.doFinal(password.getBytes(UTF_8))).asReadOnlyBuffer();
		}
		catch (GeneralSecurityException missing) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, missing);
		}
	}

}
