package io.parley.comments.comment;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code wait} preference of RFC 7240; others are left alone, as are values that are
 * none.
 */
final class Preference {

	static final String HEADER = "Prefer";

	static final String APPLIED = "Preference-Applied";

	private static final Duration LONGEST = Duration.ofSeconds(10);

	/**
	 * One preference: a token, perhaps a value that may be quoted, perhaps parameters.
	 */
	private static final Pattern PREFERENCE = Pattern
		.compile("\\s*([^\\s=;,\"]+)\\s*(?:=\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;,\"]*))?"
				+ "(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+\")*+(?:,|$)");

	private static final Pattern SECONDS = Pattern.compile("\"?(\\d+)\"?");

	private Preference() {
	}

	/**
	 * How long the caller wants to wait for a decision, at most ten seconds; zero when it
	 * does not. Of several, the first counts.
	 */
	static Duration waitOf(List<String> headers) {
		Matcher preference = PREFERENCE.matcher(String.join(",", headers));
		while (preference.find()) {
			if (preference.group(1).equalsIgnoreCase("wait")) {
				return seconds(preference.group(2) == null ? "" : preference.group(2));
			}
		}
		return Duration.ZERO;
	}

	private static Duration seconds(String value) {
		Matcher seconds = SECONDS.matcher(value);
		if (!seconds.matches()) {
			return Duration.ZERO;
		}
		// Any number of digits, so that a large number is a long wait as well.
		BigInteger asked = new BigInteger(seconds.group(1));
		return Duration.ofSeconds(asked.min(BigInteger.valueOf(LONGEST.toSeconds())).longValueExact());
	}

}
