package io.parley.local.table;

/**
 * A row that cannot be used.
 *
 * @param line counted from 1, the header included
 * @param reason for a person to read
 */
public record BadRow(long line, String reason) {

	@Override
	public String toString() {
		return "line " + line + ": " + reason;
	}

}
