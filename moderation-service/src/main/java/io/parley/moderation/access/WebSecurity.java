package io.parley.moderation.access;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import io.parley.problem.ApiHeaders;
import io.parley.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Every request but health probes and metrics needs a key or somebody who signs in: by
 * name and password (HTTP Basic), by a token of the OpenID provider, or by a session
 * where there are pages.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

	/** Metrics are there only where the operator exposes them, on a port of their own. */
	private static final RequestMatcher OPEN = new OrRequestMatcher(
			PathPatternRequestMatcher.pathPattern("/actuator/health/**"),
			PathPatternRequestMatcher.pathPattern("/actuator/prometheus"));

	@Bean
	SecurityFilterChain moderatorsOnly(HttpSecurity http, BearerSignIn bearer, PasswordSignIn passwords,
			Accounts accounts, AccessProperties access) {
		sessions(http, accounts, access);
		return http.headers(ApiHeaders::set)
			.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers("/v1/projection/**", "/v1/corrections/**")
				.hasRole("ADMIN")
				.anyRequest()
				.hasRole("MODERATOR"))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(signIn(bearer, passwords), AuthorizationFilter.class)
			.exceptionHandling(errors -> errors.authenticationEntryPoint(WebSecurity::unauthorized)
				.accessDeniedHandler((request, response, _) -> ProblemWriter.write(request, response,
						HttpStatus.FORBIDDEN, "forbidden",
						"Your role does not allow it, or a request of a page came without the page's token")))
			.build();
	}

	/**
	 * Where there are pages, their session is good here too. Only what comes by cookie
	 * can be forged by another site.
	 */
	private static void sessions(HttpSecurity http, Accounts accounts, AccessProperties access) {
		boolean pages = access.pages();
		http.sessionManagement(session -> session
			.sessionCreationPolicy(pages ? SessionCreationPolicy.NEVER : SessionCreationPolicy.STATELESS));
		if (!pages) {
			http.csrf(AbstractHttpConfigurer::disable);
			return;
		}
		http.csrf(csrf -> csrf.spa()
			.requireCsrfProtectionMatcher(request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
					&& request.getHeader(HttpHeaders.AUTHORIZATION) == null))
			.addFilterAfter(new CurrentAccounts(accounts, access.oidc().longestSession()),
					SecurityContextHolderFilter.class);
	}

	private static AuthenticationFilter signIn(BearerSignIn bearer, PasswordSignIn passwords) {
		BasicAuthenticationConverter basic = new BasicAuthenticationConverter();
		AuthenticationManager either = attempt -> (attempt instanceof BearerToken) ? bearer.authenticate(attempt)
				: passwords.authenticate(attempt);
		AuthenticationFilter filter = new AuthenticationFilter(either, request -> {
			Authentication token = BearerToken.of(request);
			return (token != null) ? token : basic.convert(request);
		});
		// A probe that sends some key is still a probe.
		filter.setRequestMatcher(new NegatedRequestMatcher(OPEN));
		filter.setSuccessHandler((_, _, _) -> {
		});
		filter.setFailureHandler(WebSecurity::unauthorized);
		return filter;
	}

	/**
	 * Asks for a key only: a browser that is asked for a password would send it along
	 * with the requests of other sites.
	 */
	static void unauthorized(HttpServletRequest request, HttpServletResponse response,
			@Nullable AuthenticationException failure) throws IOException {
		switch (failure) {
			case TooManyAttemptsException tooMany -> {
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
				ProblemWriter.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts",
						"Too many attempts to sign in failed; try again in %d s".formatted(tooMany.seconds()));
			}
			case AuthenticationServiceException _ -> {
				response.setHeader(HttpHeaders.RETRY_AFTER, "5");
				ProblemWriter.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
						"The OpenID provider cannot be asked whether the token is good. Try again in a few seconds.");
			}
			case null, default -> {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");
				ProblemWriter.write(request, response, HttpStatus.UNAUTHORIZED, "unauthorized",
						"Send a moderator's key in the header 'Authorization: Bearer KEY', or name and password by HTTP Basic.");
			}
		}
	}

}
