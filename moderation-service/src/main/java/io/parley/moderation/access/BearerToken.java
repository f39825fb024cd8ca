package io.parley.moderation.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * What somebody sent as {@code Authorization: Bearer}: a key, or a token of an OpenID
 * provider.
 */
final class BearerToken extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1;

	private static final String SCHEME = "Bearer ";

	private final String value;

	private BearerToken(String value, HttpServletRequest request) {
		super(AuthorityUtils.NO_AUTHORITIES);
		this.value = value;
		setDetails(new WebAuthenticationDetails(request));
	}

	static @Nullable BearerToken of(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
				? new BearerToken(header.substring(SCHEME.length()).strip(), request) : null;
	}

	@Override
	public String getCredentials() {
		return value;
	}

	@Override
	public String getPrincipal() {
		return "bearer";
	}

}
