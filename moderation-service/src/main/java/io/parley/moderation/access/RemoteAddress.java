package io.parley.moderation.access;

import java.util.Objects;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where an attempt to sign in comes from. */
final class RemoteAddress {

	private RemoteAddress() {
	}

	static String of(Authentication attempt) {
		return (attempt.getDetails() instanceof WebAuthenticationDetails details)
				? Objects.requireNonNullElse(details.getRemoteAddress(), "unknown") : "unknown";
	}

}
