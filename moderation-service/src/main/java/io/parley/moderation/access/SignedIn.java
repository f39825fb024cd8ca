package io.parley.moderation.access;

import java.io.Serializable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who gave the right password; kept in a session, if there is one.
 *
 * @param version of the account then
 */
record SignedIn(String name, int version) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return name;
	}

}
