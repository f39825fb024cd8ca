package io.parley.local.table;

/** A field does not hold what its column needs; costs the row. */
final class BadFieldException extends RuntimeException {

	private static final long serialVersionUID = 1;

	BadFieldException(String message) {
		// Without a stack trace: one is thrown per bad row, and caught right above.
		super(message, null, false, false);
	}

}
