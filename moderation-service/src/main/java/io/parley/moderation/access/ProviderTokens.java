package io.parley.moderation.access;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
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

	private final JwtDecoder decoder;

	private final ProviderClaims claims;

	private final SignInBrake brake;

	ProviderTokens(JwtDecoder decoder, AccessProperties access, Accounts accounts, SignInBrake brake,
			@Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") List<String> audiences) {
		if (audiences.isEmpty()) {
			throw new IllegalArgumentException("spring.security.oauth2.resourceserver.jwt.audiences is missing: "
					+ "a token that the provider made for another program must be good for nothing here");
		}
		this.decoder = decoder;
		this.claims = new ProviderClaims(access, accounts);
		this.brake = brake;
	}

	/** The provider's keys are fetched while somebody waits. */
	@Bean
	static JwkSetUriJwtDecoderBuilderCustomizer boundedWait() {
		return decoder -> decoder.restOperations(new RestTemplate(ProviderRequests.bounded()));
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
		if (jwt.getExpiresAt() == null) {
			throw refusal(address, "it never expires");
		}
		ProviderClaims.Person person = person(jwt, address);
		attempt.forgive();
		// Somebody without a role is known, and may do nothing.
		return new PreAuthenticatedAuthenticationToken(person.name(), "", person.authorities());
	}

	private ProviderClaims.Person person(Jwt jwt, String address) {
		try {
			return claims.person(jwt.getClaims());
		}
		catch (ProviderClaims.UnfitClaimsException unfit) {
			throw refusal(address, String.valueOf(unfit.getMessage()));
		}
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

}
