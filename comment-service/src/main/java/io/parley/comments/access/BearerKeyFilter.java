package io.parley.comments.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns {@code Authorization: Bearer <key>} into the site that calls and what it may do.
 */
final class BearerKeyFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private final ApiKeys keys;

	BearerKeyFilter(ApiKeys keys) {
		this.keys = keys;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			keys.find(header.substring(SCHEME.length()).strip()).ifPresent(BearerKeyFilter::authenticate);
		}
		chain.doFilter(request, response);
	}

	private static void authenticate(ApiKey key) {
		var caller = UsernamePasswordAuthenticationToken.authenticated(key.site(), null, key.authorities());
		caller.setDetails(key);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(caller);
		SecurityContextHolder.setContext(context);
	}

}
