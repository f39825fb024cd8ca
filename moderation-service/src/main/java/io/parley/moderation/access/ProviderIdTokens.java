package io.parley.moderation.access;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Checks what a provider says of somebody who signed in there. Spring Security's own
 * gives the provider half a second to tell its keys, and knows one algorithm. Any that
 * signs with a private key is good, for the provider chooses its keys. Thread-safe.
 */
final class ProviderIdTokens implements JwtDecoderFactory<ClientRegistration> {

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		return decoders.computeIfAbsent(registration.getRegistrationId(), _ -> decoder(registration));
	}

	private static JwtDecoder decoder(ClientRegistration registration) {
		String keys = registration.getProviderDetails().getJwkSetUri();
		if (keys == null) {
			throw new IllegalStateException("The provider " + registration.getRegistrationId() + " tells no keys");
		}
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
			.jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
			.restOperations(new RestTemplate(ProviderRequests.bounded()))
			.build();
		decoder
			.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		decoder.setJwtValidator(
				JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
		return decoder;
	}

}
