package io.parley.moderation.policy;

/** It cannot be told whether a condition holds. */
final class UnknownConditionException extends Exception {

	private static final long serialVersionUID = 1L;

	UnknownConditionException(String cause) {
		// Expected and told in the decision: a stack trace would only cost time.
		super(cause, null, false, false);
	}

	String told() {
		return String.valueOf(getMessage());
	}

}
