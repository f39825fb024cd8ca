package io.parley.moderation.access;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who signed in at an OpenID provider; kept in a session, so with nothing that
 * Parley does not need.
 */
record ProviderPerson(String name, Role role, OidcIdToken idToken) implements OidcUser, Serializable {

	@Override
	public String getName() {
		return name;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return AuthorityUtils.createAuthorityList(role.granted());
	}

	@Override
	public OidcIdToken getIdToken() {
		return idToken;
	}

	@Override
	public Map<String, Object> getClaims() {
		return Map.of();
	}

	@Override
	public Map<String, Object> getAttributes() {
		return Map.of();
	}

	@Override
	public @Nullable OidcUserInfo getUserInfo() {
		return null;
	}

}
