package io.parley.problem;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Collects all that is wrong with a request, so that its sender is told everything at
 * once. Each check returns the value when it is good; not thread-safe.
 */
public final class Violations {

	private static final Pattern UUID_FORM = Pattern
		.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

	private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

	private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private final List<Violation> found = new ArrayList<>();

	public void add(String field, String message) {
		found.add(new Violation(field, message));
	}

	/** An absent text is good. */
	public @Nullable String optionalText(String field, @Nullable String value, int maxLength) {
		if (value == null) {
			return null;
		}
		int bad = firstUnstorable(value);
		if (bad >= 0) {
			add(field, "has %s at index %d; remove it"
				.formatted((value.charAt(bad) == '\0') ? "a NUL character" : "an unpaired surrogate", bad));
		}
		else if (value.length() > maxLength) {
			add(field, "has %d characters (UTF-16 code units), at most %d are allowed".formatted(value.length(),
					maxLength));
		}
		return value;
	}

	/** Must be there and not blank; returns an empty text otherwise. */
	public String requiredText(String field, @Nullable String value, int maxLength) {
		if (value == null) {
			add(field, "is required");
			return "";
		}
		optionalText(field, value, maxLength);
		if (value.isBlank()) {
			add(field, "must not be blank");
		}
		return value;
	}

	/** An id chosen by the platform; it also has to work as a part of a path. */
	public @Nullable String optionalId(String field, @Nullable String value) {
		return (value == null) ? null : requiredId(field, value);
	}

	/** As {@link #optionalId}, and must be there. */
	public String requiredId(String field, @Nullable String value) {
		String id = requiredText(field, value, 200);
		if (id.equals(".") || id.equals("..")) {
			add(field, "must not be '.' or '..'");
		}
		return id;
	}

	/** A word of the caller's own, such as an {@code Idempotency-Key}. */
	public @Nullable String optionalKey(String field, @Nullable String value) {
		if (value != null && !PRINTABLE.matcher(value).matches()) {
			add(field, "must have 1 to 255 printable ASCII characters");
		}
		return value;
	}

	/** ISO 8601 with an offset; microseconds are kept. */
	public @Nullable Instant optionalTime(String field, @Nullable String value) {
		if (value == null) {
			return null;
		}
		try {
			Instant time = OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MICROS);
			if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
				add(field, "must be between the years 1900 and 9999");
			}
			return time;
		}
		catch (DateTimeParseException _) {
			add(field, "must be a time such as 2026-11-23T19:30:00Z");
			return null;
		}
	}

	public @Nullable UUID optionalUuid(String field, @Nullable String value) {
		if (value == null) {
			return null;
		}
		if (!UUID_FORM.matcher(value).matches()) {
			add(field, "must be the id of a comment, a UUID");
			return null;
		}
		return UUID.fromString(value);
	}

	public @Nullable Integer optionalCount(String field, @Nullable Integer value) {
		if (value != null && value < 0) {
			add(field, "must not be negative");
		}
		return value;
	}

	/**
	 * Ends the request if anything was found.
	 * @throws ProblemException with everything that was found
	 */
	public void throwIfAny() {
		if (!found.isEmpty()) {
			throw ProblemException.invalid(found);
		}
	}

	/** A problem with one fault. */
	public static ProblemException single(String field, String message) {
		return ProblemException.invalid(List.of(new Violation(field, message)));
	}

	/** Index of the first NUL or unpaired surrogate, or -1. */
	private static int firstUnstorable(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c == '\0') {
				return i;
			}
			if (Character.isSurrogate(c)) {
				if (i + 1 == value.length() || !Character.isSurrogatePair(c, value.charAt(i + 1))) {
					return i;
				}
				i++;
			}
		}
		return -1;
	}

}
