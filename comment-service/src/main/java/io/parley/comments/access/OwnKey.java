package io.parley.comments.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * A key for what this process asks of itself before it says that it is ready. It is good
 * for a site that nobody can have. Thread-safe.
 */
@Component
public class OwnKey {

	/** Names of sites have no such sign. */
	private static final Site SITE = new Site("~");

	private static final int BYTES = 32;

	private volatile @Nullable String secret;

	/** A new key, good until it is revoked. */
	public String issue() {
		byte[] random = new byte[BYTES];
		new SecureRandom().nextBytes(random);
		String issued = HexFormat.of().formatHex(random);
		secret = issued;
		return issued;
	}

	public void revoke() {
		secret = null;
	}

	Optional<ApiKey> find(String key) {
		String own = secret;
		boolean same = own != null
				&& MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
		return same ? Optional.of(new ApiKey(SITE, "own", EnumSet.allOf(Scope.class), 0, null)) : Optional.empty();
	}

}
