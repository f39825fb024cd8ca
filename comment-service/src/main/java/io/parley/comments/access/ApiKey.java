package io.parley.comments.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * A key as the service knows it.
 *
 * @param name unique within the site
 * @param requestsPerSecond 0 for any number
 * @param until when it ends to be good, or null
 */
record ApiKey(Site site, String name, Set<Scope> scopes, int requestsPerSecond, @Nullable Instant until) {

	ApiKey {
		scopes = Set.copyOf(scopes);
	}

	boolean isGoodAt(Instant time) {
		return until == null || time.isBefore(until);
	}

	/**
	 * What requests are counted by: the key before a rotation and the one after it are
	 * one.
	 */
	String identity() {
		return site.name() + '/' + name;
	}

	List<GrantedAuthority> authorities() {
		return AuthorityUtils.createAuthorityList(scopes.stream().map(Scope::word).toList());
	}

}
