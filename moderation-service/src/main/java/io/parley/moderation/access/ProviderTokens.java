package io.parley.moderation.access;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.common.base.Splitter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Signs people in by a token that their OpenID provider signed. Which provider and for
 * whom its tokens must be is said by Spring Boot's settings, which of its groups have
 * which role by Parley's. Thread-safe.
 */
@Component
@ConditionalOnProperty(ProviderTokens.ISSUER)
class ProviderTokens {

	static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

	private static final Logger log = LoggerFactory.getLogger(ProviderTokens.class);

	private static final int LONGEST_NAME = 200;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final JwtDecoder decoder;

	private final AccessProperties.Oidc mapping;

	private final Set<String> namesOfKeys;

	private final Accounts accounts;

	private final SignInBrake brake;

	ProviderTokens(JwtDecoder decoder, AccessProperties access, Accounts accounts, SignInBrake brake,
			@Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") List<String> audiences) {
		if (audiences.isEmpty()) {
			throw new IllegalArgumentException("spring.security.oauth2.resourceserver.jwt.audiences is missing: "
					+ "a token that the provider made for another program must be good for nothing here");
		}
		if (access.oidc().roles().values().stream().allMatch(List::isEmpty)) {
			throw new IllegalArgumentException("parley.access.oidc.roles is missing: say which groups of the provider "
					+ "are what, such as parley.access.oidc.roles.moderator=comment-desk");
		}
		this.decoder = decoder;
		this.mapping = access.oidc();
		this.namesOfKeys = access.moderators()
			.stream()
			.map(AccessProperties.Moderator::name)
			.collect(Collectors.toUnmodifiableSet());
		this.accounts = accounts;
		this.brake = brake;
	}

	/** The provider's keys are fetched while somebody waits. */
	@Bean
	static JwkSetUriJwtDecoderBuilderCustomizer boundedWait() {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(PATIENCE).build());
		requests.setReadTimeout(PATIENCE);
		return decoder -> decoder.restOperations(new RestTemplate(requests));
	}

	/** Whether it has the form of a signed token. */
	static boolean isMeant(String value) {
		return value.chars().filter(c -> c == '.').count() == 2;
	}

	/**
	 * @throws BadCredentialsException if the token is not good here
	 * @throws AuthenticationServiceException if the provider's keys cannot be had
	 */
	Authentication authenticate(String token, String address) {
		SignInBrake.Attempt attempt = brake.enter(address);
		Jwt jwt = verified(token, address);
		String name = name(jwt);
		Role role = role(jwt);
		if (jwt.getExpiresAt() == null) {
			throw refusal(address, "it never expires");
		}
		if (name == null) {
			throw refusal(address, "its claim " + mapping.nameClaim() + " is no name");
		}
		if (accounts.find(name) != null || namesOfKeys.contains(name)) {
			throw refusal(address, "its name is that of somebody who signs in otherwise");
		}
		attempt.forgive();
		// Somebody without a role is known, and may do nothing.
		return new PreAuthenticatedAuthenticationToken(name, "",
				(role != null) ? AuthorityUtils.createAuthorityList(role.granted()) : AuthorityUtils.NO_AUTHORITIES);
	}

	private Jwt verified(String token, String address) {
		try {
			return decoder.decode(token);
		}
		catch (BadJwtException bad) {
			throw refusal(address, String.valueOf(bad.getMessage()));
		}
		catch (JwtException | IllegalArgumentException | IllegalStateException away) {
			log.warn("A token cannot be checked, for the provider's keys cannot be had", away);
			throw new AuthenticationServiceException("The OpenID provider cannot be asked", away);
		}
	}

	private static BadCredentialsException refusal(String address, String reason) {
		log.warn("Refused a token from {}: {}", address, reason);
		return new BadCredentialsException("The token is not good");
	}

	private @Nullable String name(Jwt jwt) {
		return (claim(jwt, mapping.nameClaim()) instanceof String name && !name.isBlank()
				&& name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl)) ? name : null;
	}

	/** The highest one that any of the groups has. */
	private @Nullable Role role(Jwt jwt) {
		Set<String> groups = words(claim(jwt, mapping.roleClaim()));
		Role highest = null;
		for (Role role : Role.values()) {
			if (mapping.roles().getOrDefault(role, List.of()).stream().anyMatch(groups::contains)) {
				highest = role;
			}
		}
		return highest;
	}

	private static Set<String> words(@Nullable Object claim) {
		return switch (claim) {
			case String text -> Set.copyOf(Splitter.on(' ').omitEmptyStrings().splitToList(text));
			case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
			case null, default -> Set.of();
		};
	}

	/** A claim, or one inside of others: {@code realm_access.roles}. */
	private static @Nullable Object claim(Jwt jwt, String path) {
		Object claim = jwt.getClaims().get(path);
		if (claim == null) {
			claim = jwt.getClaims();
			for (String step : Splitter.on('.').split(path)) {
				claim = (claim instanceof Map<?, ?> claims) ? claims.get(step) : null;
			}
		}
		return claim;
	}

}
