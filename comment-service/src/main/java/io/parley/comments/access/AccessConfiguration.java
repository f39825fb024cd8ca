package io.parley.comments.access;

import java.time.Clock;

import io.parley.problem.ApiHeaders;
import io.parley.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * Everything needs a key but the health probes, metrics and the description. No sessions,
 * no cookies.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

	@Bean
	ApiKeys apiKeys(JdbcClient jdbc, AccessSettings settings, OwnKey own, Clock clock) {
		return new ApiKeys(jdbc, settings, own, clock);
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, ApiKeys keys) {
		// Whoever is refused would else be given a session to come back to.
		http.setSharedObject(RequestCache.class, new NullRequestCache());
		return http.headers(ApiHeaders::set)
			.csrf(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			// Nothing is kept between requests.
			.anonymous(AbstractHttpConfigurer::disable)
			.securityContext(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				// Metrics are there only where the operator exposes them, on a port of
				// their own.
				.requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v1/openapi.json")
				.permitAll()
				.requestMatchers(HttpMethod.GET)
				.hasAuthority(Scope.READ.word())
				.requestMatchers(HttpMethod.POST, "/v1/threads:counts")
				.hasAuthority(Scope.READ.word())
				.anyRequest()
				.hasAuthority(Scope.WRITE.word()))
			.addFilterBefore(new BearerKeyFilter(keys), UsernamePasswordAuthenticationFilter.class)
			.addFilterAfter(new RateLimitFilter(), BearerKeyFilter.class)
			.exceptionHandling(
					failures -> failures.authenticationEntryPoint(askForKey()).accessDeniedHandler(askForScope()))
			.build();
	}

	/** Timing each filter of each request costs a third of the request. */
	@Bean
	static SecurityObservationSettings withoutObservations() {
		return SecurityObservationSettings.noObservations();
	}

	private static AccessDeniedHandler askForScope() {
		return (request, response, _) -> {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\", error=\"insufficient_scope\"");
			ProblemWriter.write(request, response, HttpStatus.FORBIDDEN, "insufficient-scope",
					"This key is not good for this call: asking needs the scope read, all else the scope write");
		};
	}

	private static AuthenticationEntryPoint askForKey() {
		return (request, response, _) -> {
			boolean sent = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
					"Bearer realm=\"parley\"" + (sent ? ", error=\"invalid_token\"" : ""));
			ProblemWriter.write(request, response, HttpStatus.UNAUTHORIZED, "unauthorized",
					sent ? "The key in the Authorization header is not known; send a valid one as: Bearer <key>"
							: "An API key is needed; send the header Authorization: Bearer <key>");
		};
	}

}
