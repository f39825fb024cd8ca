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

	CurrentAccounts(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null) {
			Authentication known = SecurityContextHolder.getContext().getAuthentication();
			boolean stale = known != null && known.getPrincipal() instanceof SignedIn person
					&& !accounts.isCurrent(person);
			if (stale || System.currentTimeMillis() - session.getCreationTime() > LONGEST_SESSION.toMillis()) {
				SecurityContextHolder.clearContext();
				session.invalidate();
			}
		}
		chain.doFilter(request, response);
	}

}
