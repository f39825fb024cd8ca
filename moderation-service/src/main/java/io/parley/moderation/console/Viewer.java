package io.parley.moderation.console;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who looks at a page. Templates may hide what is of no use to somebody; what is allowed
 * is checked by the security filters.
 *
 * @param name null if nobody is signed in
 */
record Viewer(@Nullable String name, Set<String> roles) {

	static Viewer of(@Nullable Authentication authentication) {
		return (authentication == null) ? new Viewer(null, Set.of())
				: new Viewer(authentication.getName(),
						authentication.getAuthorities()
							.stream()
							.map(authority -> String.valueOf(authority.getAuthority()))
							.collect(Collectors.toUnmodifiableSet()));
	}

	public boolean isAdmin() {
		return roles.contains("ROLE_ADMIN");
	}

	public boolean isPolicyEditor() {
		return roles.contains("ROLE_POLICY_EDITOR");
	}

}
