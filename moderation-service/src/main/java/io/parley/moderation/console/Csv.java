package io.parley.moderation.console;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet does not run. */
final class Csv {

	private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n＝＋－＠";

	private Csv() {
	}

	static String line(List<String> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	/**
	 * In quotes always; what begins like a formula gets an apostrophe, which spreadsheets
	 * take for text.
	 */
	private static String cell(String value) {
		boolean formula = !value.isEmpty() && STARTS_OF_FORMULAS.indexOf(value.charAt(0)) >= 0;
		return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"").replace("\0", "") + '"';
	}

}
