package io.parley.moderation.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Durations as policies write them: {@code 90s}, {@code 2m}, {@code 1h30m}, {@code 7d}.
 */
final class Durations {

	/** In the order in which they are written. */
	private static final String UNITS = "dhms";

	private static final int[] SECONDS = { 86_400, 3_600, 60, 1 };

	private static final int MOST_DIGITS = 6;

	private Durations() {
	}

	/** The duration, or null if the text is none. */
	static @Nullable Duration parse(String text) {
		long seconds = 0;
		int at = 0;
		for (int unit = 0; unit < SECONDS.length; unit++) {
			int end = at;
			while (end < text.length() && end - at < MOST_DIGITS && isDigit(text.charAt(end))) {
				end++;
			}
			if (end > at && end < text.length() && text.charAt(end) == UNITS.charAt(unit)) {
				seconds += Long.parseLong(text, at, end, 10) * SECONDS[unit];
				at = end + 1;
			}
		}
		return (at > 0 && at == text.length()) ? Duration.ofSeconds(seconds) : null;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

}
