package io.parley.moderation.policy;

import java.time.Duration;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Durations as policies write them: {@code 90s}, {@code 2m}, {@code 1h30m}, {@code 7d}.
 */
final class Durations {

	private static final Pattern FORM = Pattern
		.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

	private Durations() {
	}

	/** The duration, or null if the text is none. */
	static @Nullable Duration parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (text.isEmpty() || !matcher.matches()) {
			return null;
		}
		return Duration.ofDays(number(matcher, 1))
			.plusHours(number(matcher, 2))
			.plusMinutes(number(matcher, 3))
			.plusSeconds(number(matcher, 4));
	}

	private static long number(Matcher matcher, int group) {
		String digits = matcher.group(group);
		return (digits != null) ? Long.parseLong(digits) : 0;
	}

}
