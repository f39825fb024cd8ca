package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Knows moderators by the hash of their key, so that no key is kept anywhere. */
@Component
class ModeratorKeys implements AuthenticationManager {

	private final Map<String, AccessProperties.Moderator> byHash;

	ModeratorKeys(AccessProperties access) {
		this.byHash = access.moderators()
			.stream()
			.collect(Collectors.toUnmodifiableMap(AccessProperties.Moderator::sha256, Function.identity()));
	}

	@Override
	public Authentication authenticate(Authentication bearer) {
		AccessProperties.Moderator moderator = byHash.get(sha256(String.valueOf(bearer.getCredentials())));
		if (moderator == null) {
			throw new BadCredentialsException("The key is not known");
		}
		return new PreAuthenticatedAuthenticationToken(moderator.name(), "",
				AuthorityUtils.createAuthorityList(moderator.role().granted()));
	}

	private static String sha256(String key) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every Java platform has SHA-256", missing);
		}
	}

}
