package io.parley.moderation.access;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose password or role was changed since, or whose account
 * was shut; and every one after a long day, for a page that listens for news never lets
 * it become idle.
 */
final class CurrentAccounts extends OncePerRequestFilter {

	static final Duration LONGEST_SESSION = Duration.ofHours(12);

	private final Accounts accounts;

	private final Duration longestOfProvider;

	/**
	 * @param longestOfProvider of people whose account a provider has, of which nothing
	 * is heard
	 */
	CurrentAccounts(Accounts accounts, Duration longestOfProvider) {
		this.accounts = accounts;
		this.longestOfProvider = longestOfProvider;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null) {
			Authentication known = SecurityContextHolder.getContext().getAuthentication();
			Object principal = (known != null) ? known.getPrincipal() : null;
			boolean stale = principal instanceof SignedIn person && !accounts.isCurrent(person);
			Duration longest = (principal instanceof ProviderPerson) ? longestOfProvider : LONGEST_SESSION;
			if (stale || System.currentTimeMillis() - session.getCreationTime() > longest.toMillis()) {
				SecurityContextHolder.clearContext();
				session.invalidate();
			}
		}
		chain.doFilter(request, response);
	}

}
