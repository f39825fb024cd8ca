package io.parley.local.command;

import org.jspecify.annotations.Nullable;

/**
 * A command cannot go on. The message is printed to the user as it is, without a stack
 * trace.
 */
public final class CommandFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public CommandFailure(String message) {
		super(message);
	}

	public CommandFailure(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
