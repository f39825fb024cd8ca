package io.parley.moderation.access;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * The way from the sign-in page to an OpenID provider and back. Whatever goes wrong ends
 * at the sign-in page, which tells no more than whether to try again; the log tells why.
 */
final class ProviderDoor {

	private static final Logger log = LoggerFactory.getLogger(ProviderDoor.class);

	/** Somebody was told no, there or here. */
	private static final Set<String> REFUSALS = Set.of("access_denied", ProviderSignIn.UNFIT);

	private static final int LONGEST_REASON = 300;

	private ProviderDoor() {
	}

	static void open(HttpSecurity http, ProviderSignIn provider, String loginPage,
			AuthenticationSuccessHandler welcome) {
		http.oauth2Login(login -> login.loginPage(loginPage)
			.authorizedClientRepository(new NoClients())
			.authorizationEndpoint(begin -> begin.authorizationRequestResolver(provider.beginnings()))
			.successHandler(welcome)
			.failureHandler((request, response, failure) -> turnAway(request, response, failure, loginPage))
			.withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
				@Override
				public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
					filter.setAuthenticationFailureHandler(
							(request, response, failure) -> turnAway(request, response, failure, loginPage));
					return filter;
				}
			}));
	}

	private static void turnAway(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure, String loginPage) throws IOException {
		if (failure.getCause() instanceof TooManyAttemptsException tooMany) {
			response.sendRedirect(request.getContextPath() + loginPage + "?wait=" + tooMany.seconds());
			return;
		}
		boolean refused = failure instanceof OAuth2AuthenticationException known
				&& REFUSALS.contains(known.getError().getErrorCode());
		log.warn("Nobody was signed in by an OpenID provider from {}: {}", request.getRemoteAddr(), reason(failure));
		response.sendRedirect(request.getContextPath() + loginPage + (refused ? "?refused" : "?failed"));
	}

	/** A part of it may have come with the request. */
	private static String reason(AuthenticationException failure) {
		String message = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}", " ");
		return message.substring(0, Math.min(message.length(), LONGEST_REASON));
	}

}
