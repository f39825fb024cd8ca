package io.parley.moderation.access;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signs people in to the pages at the OpenID providers of the settings; there only if
 * there are any. Thread-safe.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
public class ProviderSignIn {

	/** Why somebody was not signed in whom the provider knows. */
	static final String UNFIT = "unfit";

	static final String BEGIN = "/oauth2/authorization";

	static final String END = "/login/oauth2/code/*";

	private static final Logger log = LoggerFactory.getLogger(ProviderSignIn.class);

	private final ProviderRegistrations registrations;

	private final ProviderClaims claims;

	private final SignInBrake brake;

	private final OidcUserService users = new OidcUserService();

	private final OidcAuthorizationCodeAuthenticationProvider codes;

	ProviderSignIn(ProviderRegistrations registrations, AccessProperties access, Accounts accounts, SignInBrake brake) {
		this.registrations = registrations;
		this.claims = new ProviderClaims(access, accounts);
		this.brake = brake;
		RestTemplate requests = new RestTemplate(ProviderRequests.bounded());
		requests.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
		DefaultOAuth2UserService facts = new DefaultOAuth2UserService();
		facts.setRestOperations(requests);
		users.setOauth2UserService(facts);
		RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.builder()
			.requestFactory(ProviderRequests.bounded())
			.configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		this.codes = new OidcAuthorizationCodeAuthenticationProvider(tokens, this::person);
		codes.setJwtDecoderFactory(new ProviderIdTokens());
	}

	/** The providers that people may choose from, by name. */
	public List<Choice> choices() {
		return registrations.names()
			.entrySet()
			.stream()
			.map(named -> new Choice(named.getValue(), BEGIN + "/" + named.getKey()))
			.toList();
	}

	/**
	 * Where to sign out at the provider, too: Parley's session is not the provider's.
	 * @return null if there is no such provider or it has no such place
	 */
	public @Nullable Choice signOut(String id) {
		String name = registrations.names().get(id);
		try {
			ClientRegistration registration = registrations.findByRegistrationId(id);
			return (name != null && registration != null
					&& registration.getProviderDetails()
						.getConfigurationMetadata()
						.get("end_session_endpoint") instanceof String place
					&& place.startsWith("http"))
							? new Choice(name,
									UriComponentsBuilder.fromUriString(place)
										.queryParam("client_id", registration.getClientId())
										.encode()
										.toUriString())
							: null;
		}
		catch (IllegalArgumentException | IllegalStateException away) {
			log.warn("The OpenID provider {} cannot be asked: {}", name, away.getMessage());
			return null;
		}
	}

	static boolean isMeant(Authentication attempt) {
		return attempt instanceof OAuth2LoginAuthenticationToken;
	}

	/**
	 * @throws OAuth2AuthenticationException if it cannot be told who it is
	 */
	Authentication authenticate(Authentication attempt) {
		return Objects.requireNonNull(codes.authenticate(attempt));
	}

	private OidcUser person(OidcUserRequest request) {
		OidcUser known = users.loadUser(request);
		try {
			ProviderClaims.Person person = claims.person(known.getClaims());
			Role role = person.role();
			if (role == null) {
				throw new OAuth2AuthenticationException(new OAuth2Error(UNFIT), person.name() + " has no role");
			}
			return new ProviderPerson(person.name(), role, request.getIdToken());
		}
		catch (ProviderClaims.UnfitClaimsException unfit) {
			throw new OAuth2AuthenticationException(new OAuth2Error(UNFIT), unfit.getMessage(), unfit);
		}
	}

	/** Whoever begins makes a session, so nobody may begin all the time. */
	OAuth2AuthorizationRequestResolver beginnings() {
		DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
				registrations, BEGIN);
		resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
		return new OAuth2AuthorizationRequestResolver() {
			@Override
			public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
				return braked(resolver.resolve(request), request);
			}

			@Override
			public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
				return braked(resolver.resolve(request, id), request);
			}
		};
	}

	private @Nullable OAuth2AuthorizationRequest braked(@Nullable OAuth2AuthorizationRequest beginning,
			HttpServletRequest request) {
		if (beginning != null) {
			SignInBrake.Attempt _ = brake.enter(Objects.requireNonNullElse(request.getRemoteAddr(), "unknown"));
		}
		return beginning;
	}

	/**
	 * A provider.
	 *
	 * @param name as people call it
	 * @param link to sign in there, or out
	 */
	public record Choice(String name, String link) {
	}

}
