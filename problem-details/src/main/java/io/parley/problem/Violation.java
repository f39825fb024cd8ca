package io.parley.problem;

/**
 * One fault of a request.
 *
 * @param field where, as a path such as {@code author.name}, or the name of a header or
 * query parameter
 * @param message what is wrong and what would be right
 */
public record Violation(String field, String message) {

	@Override
	public String toString() {
		return field + " " + message;
	}

}
