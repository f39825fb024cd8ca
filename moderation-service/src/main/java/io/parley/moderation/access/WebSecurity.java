package io.parley.moderation.access;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import io.parley.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Every request but health probes and metrics needs a moderator's key as bearer token.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

	private static final String SCHEME = "Bearer ";

	/** Metrics are there only where the operator exposes them, on a port of their own. */
	private static final RequestMatcher OPEN = new OrRequestMatcher(
			PathPatternRequestMatcher.pathPattern("/actuator/health/**"),
			PathPatternRequestMatcher.pathPattern("/actuator/prometheus"));

	@Bean
	SecurityFilterChain moderatorsOnly(HttpSecurity http, ModeratorKeys keys) {
		AuthenticationFilter bearer = new AuthenticationFilter(keys, WebSecurity::bearerToken);
		// A probe that sends some key is still a probe.
		bearer.setRequestMatcher(new NegatedRequestMatcher(OPEN));
		bearer.setSuccessHandler((_, _, _) -> {
		});
		bearer.setFailureHandler(WebSecurity::unauthorized);
		return http
			.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(OPEN)
				.permitAll()
				.requestMatchers("/v1/projection/**")
				.hasRole("ADMIN")
				.anyRequest()
				.hasRole("MODERATOR"))
			.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// Nothing is authenticated by cookie, so there is nothing to forge.
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(bearer, AuthorizationFilter.class)
			.exceptionHandling(errors -> errors.authenticationEntryPoint(WebSecurity::unauthorized)
				.accessDeniedHandler(
						(request, response, _) -> ProblemWriter.write(request, response, HttpStatus.FORBIDDEN,
								"forbidden", "This key's role does not allow it; an administrator's does")))
			.build();
	}

	private static @Nullable Authentication bearerToken(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		return new PreAuthenticatedAuthenticationToken("bearer", header.substring(SCHEME.length()).strip());
	}

	private static void unauthorized(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");
		ProblemWriter.write(request, response, HttpStatus.UNAUTHORIZED, "unauthorized",
				"Send a moderator's key in the header 'Authorization: Bearer KEY'.");
	}

}
