package io.parley.backends;

import org.jspecify.annotations.Nullable;

/**
 * A server that could not be started or asked. The message is meant for the person who
 * started it.
 */
public final class BackendException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BackendException(String message) {
		super(message);
	}

	BackendException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
