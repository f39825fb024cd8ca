package io.parley.local.blog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The form as it came.
 *
 * @param once the form's own key, so that a comment that is sent twice counts once
 */
record Submission(String name, String text, String once) {

	private static final int LONGEST_NAME = 60;

	private static final int LONGEST_TEXT = 5000;

	/**
	 * Reads a form.
	 * @throws IllegalArgumentException if it is not encoded as forms are
	 */
	static Submission of(String form) {
		Map<String, String> fields = Arrays.stream(form.split("&", 20))
			.map(field -> field.split("=", 2))
			.collect(Collectors.toMap(field -> decoded(field[0]), field -> (field.length > 1) ? decoded(field[1]) : "",
					(first, _) -> first));
		return new Submission(fields.getOrDefault("name", "").strip(),
				fields.getOrDefault("text", "").strip().replace("\r\n", "\n"), once(fields.getOrDefault("once", "")));
	}

	private static String decoded(String part) {
		return URLDecoder.decode(part, UTF_8);
	}

	/** One of our own, else a new one: nobody chooses the keys of others. */
	private static String once(String value) {
		try {
			return UUID.fromString(value).toString();
		}
		catch (IllegalArgumentException _) {
			return UUID.randomUUID().toString();
		}
	}

	/** What the reader should change, or null. */
	@Nullable String problem() {
		if (name.isEmpty()) {
			return "Please tell a name: others want to know whom they answer.";
		}
		if (name.length() > LONGEST_NAME) {
			return "The name has " + name.length() + " characters; " + LONGEST_NAME + " is the most.";
		}
		if (name.codePoints().anyMatch(Character::isISOControl)) {
			return "The name has characters that cannot be shown.";
		}
		if (text.isEmpty()) {
			return "The comment is empty.";
		}
		if (text.length() > LONGEST_TEXT) {
			return "The comment has " + text.length() + " characters; " + LONGEST_TEXT + " is the most.";
		}
		return null;
	}

}
