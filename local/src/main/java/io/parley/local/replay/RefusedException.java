package io.parley.local.replay;

/** The service refused one comment or author. The message is its explanation. */
final class RefusedException extends Exception {

	private static final long serialVersionUID = 1;

	RefusedException(String message) {
		super(message);
	}

}
