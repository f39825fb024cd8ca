package io.parley.moderation.access;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Whoever tries to sign in has to wait. */
final class TooManyAttemptsException extends AuthenticationException {

	private static final long serialVersionUID = 1;

	private final Duration wait;

	TooManyAttemptsException(Duration wait) {
		super("Too many attempts to sign in");
		this.wait = wait;
	}

	/** Whole seconds from 1, for {@code Retry-After}. */
	long seconds() {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}

}
