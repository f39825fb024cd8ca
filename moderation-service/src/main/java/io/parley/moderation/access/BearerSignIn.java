package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Knows keys by their hash, so that no key is kept anywhere; what is no key may be a
 * token of the OpenID provider, if there is one. Thread-safe.
 */
@Component
class BearerSignIn {

	private final Map<String, AccessProperties.Moderator> byHash;

	private final ObjectProvider<ProviderTokens> provider;

	BearerSignIn(AccessProperties access, ObjectProvider<ProviderTokens> provider) {
		this.byHash = access.moderators()
			.stream()
			.collect(Collectors.toUnmodifiableMap(AccessProperties.Moderator::sha256, Function.identity()));
		this.provider = provider;
	}

	Authentication authenticate(Authentication bearer) {
		String value = String.valueOf(bearer.getCredentials());
		AccessProperties.Moderator moderator = byHash.get(sha256(value));
		if (moderator != null) {
			return new PreAuthenticatedAuthenticationToken(moderator.name(), "",
					AuthorityUtils.createAuthorityList(moderator.role().granted()));
		}
		ProviderTokens tokens = provider.getIfAvailable();
		if (tokens != null && ProviderTokens.isMeant(value)) {
			return tokens.authenticate(value, RemoteAddress.of(bearer));
		}
		throw new BadCredentialsException("The key is not known");
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
