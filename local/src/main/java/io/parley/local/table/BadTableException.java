package io.parley.local.table;

/** A file as a whole cannot be used. The message tells a person why. */
public final class BadTableException extends RuntimeException {

	private static final long serialVersionUID = 1;

	BadTableException(String message) {
		super(message);
	}

}
