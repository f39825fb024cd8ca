package io.parley.moderation.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.common.base.Splitter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Makes a name and a role of what the OpenID provider claims of somebody, as the settings
 * say. Thread-safe.
 */
final class ProviderClaims {

	private static final int LONGEST_NAME = 200;

	private final AccessProperties.Oidc mapping;

	private final Set<String> namesOfKeys;

	private final Accounts accounts;

	ProviderClaims(AccessProperties access, Accounts accounts) {
		if (access.oidc().roles().values().stream().allMatch(List::isEmpty)) {
			throw new IllegalArgumentException("parley.access.oidc.roles is missing: say which groups of the provider "
					+ "are what, such as parley.access.oidc.roles.moderator=comment-desk");
		}
		this.mapping = access.oidc();
		this.namesOfKeys = access.moderators()
			.stream()
			.map(AccessProperties.Moderator::name)
			.collect(Collectors.toUnmodifiableSet());
		this.accounts = accounts;
	}

	/**
	 * @throws UnfitClaimsException if they are not those of somebody who may have a name
	 * here
	 */
	Person person(Map<String, Object> claims) {
		String name = name(claims);
		if (name == null) {
			throw new UnfitClaimsException("its claim " + mapping.nameClaim() + " is no name");
		}
		if (accounts.find(name) != null || namesOfKeys.contains(name)) {
			throw new UnfitClaimsException("its name is that of somebody who signs in otherwise");
		}
		return new Person(name, role(claims));
	}

	private @Nullable String name(Map<String, Object> claims) {
		return (claim(claims, mapping.nameClaim()) instanceof String name && !name.isBlank()
				&& name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl)) ? name : null;
	}

	/** The highest one that any of the groups has. */
	private @Nullable Role role(Map<String, Object> claims) {
		Set<String> groups = words(claim(claims, mapping.roleClaim()));
		Role highest = null;
		for (Role role : Role.values()) {
			if (mapping.roles().getOrDefault(role, List.of()).stream().anyMatch(groups::contains)) {
				highest = role;
			}
		}
		return highest;
	}

	private static Set<String> words(@Nullable Object claim) {
		return switch (claim) {
			case String text -> Set.copyOf(Splitter.on(' ').omitEmptyStrings().splitToList(text));
			case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
			case null, default -> Set.of();
		};
	}

	/** A claim, or one inside of others: {@code realm_access.roles}. */
	private static @Nullable Object claim(Map<String, Object> claims, String path) {
		Object claim = claims.get(path);
		if (claim == null) {
			claim = claims;
			for (String step : Splitter.on('.').split(path)) {
				claim = (claim instanceof Map<?, ?> inner) ? inner.get(step) : null;
			}
		}
		return claim;
	}

	/**
	 * Somebody whom the provider knows.
	 *
	 * @param role null if none of their groups has one: they may do nothing
	 */
	record Person(String name, @Nullable Role role) {

		List<GrantedAuthority> authorities() {
			return (role != null) ? AuthorityUtils.createAuthorityList(role.granted()) : AuthorityUtils.NO_AUTHORITIES;
		}

	}

	/** The message says what is wrong with them; for the log. */
	static final class UnfitClaimsException extends RuntimeException {

		private static final long serialVersionUID = 1;

		UnfitClaimsException(String message) {
			super(message);
		}

	}

}
