package io.parley.moderation.rollout;

/**
 * A policy that the log names cannot be had at present; the same question may be asked
 * again.
 */
public final class PolicyUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1;

	PolicyUnavailableException(String message) {
		super(message);
	}

	PolicyUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
