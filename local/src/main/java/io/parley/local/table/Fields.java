package io.parley.local.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Reads what fields hold. Each method reports a bad field by {@link BadFieldException}.
 */
final class Fields {

	private static final BigDecimal MILLIS_PER_MINUTE = BigDecimal.valueOf(60_000);

	private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);

	private Fields() {
	}

	static String name(String column, String field) {
		if (field.isBlank()) {
			throw new BadFieldException(column + " is empty");
		}
		return field;
	}

	/** A text with its escapes undone; a backslash before anything else is itself. */
	static String text(String column, String field) {
		name(column, field);
		if (field.indexOf('\0') >= 0) {
			throw new BadFieldException(column + " contains the character NUL");
		}
		int backslash = field.indexOf('\\');
		if (backslash < 0) {
			return field;
		}
		StringBuilder text = new StringBuilder(field.length());
		int done = 0;
		while (backslash >= 0 && backslash + 1 < field.length()) {
			char meant = switch (field.charAt(backslash + 1)) {
				case 'n' -> '\n';
				case 't' -> '\t';
				case '\\' -> '\\';
				default -> '\0';
			};
			if (meant == '\0') {
				backslash = field.indexOf('\\', backslash + 1);
			}
			else {
				text.append(field, done, backslash).append(meant);
				done = backslash + 2;
				backslash = field.indexOf('\\', done);
			}
		}
		return text.append(field, done, field.length()).toString();
	}

	static long minutesInMillis(String column, String field) {
		return millis(column, field, MILLIS_PER_MINUTE);
	}

	static long daysInMillis(String column, String field) {
		return millis(column, field, MILLIS_PER_DAY);
	}

	static Instant time(String column, String field) {
		try {
			// The services keep microseconds.
			return OffsetDateTime.parse(field).toInstant().truncatedTo(ChronoUnit.MICROS);
		}
		catch (DateTimeException malformed) {
			throw new BadFieldException(column + " is '" + field + "', not a time such as 2026-05-01T12:00:00Z");
		}
	}

	static boolean truth(String column, String field) {
		return switch (field.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new BadFieldException(column + " is '" + field + "', not true or false");
		};
	}

	static int count(String column, String field) {
		try {
			return Integer.parseUnsignedInt(field);
		}
		catch (NumberFormatException malformed) {
			throw new BadFieldException(column + " is '" + field + "', not a count");
		}
	}

	/** A number from 0 to 1. */
	static double share(String column, String field) {
		try {
			double share = Double.parseDouble(field);
			if (share >= 0 && share <= 1) {
				return share;
			}
		}
		catch (NumberFormatException malformed) {
			// Told below.
		}
		throw new BadFieldException(column + " is '" + field + "', not a number from 0 to 1");
	}

	static @Nullable Verdict verdict(String column, String field) {
		if (field.isEmpty()) {
			return null;
		}
		return switch (field.toLowerCase(Locale.ROOT)) {
			case "approve" -> Verdict.APPROVE;
			case "hold" -> Verdict.HOLD;
			case "reject" -> Verdict.REJECT;
			default -> throw new BadFieldException(column + " is '" + field + "', not approve, hold or reject");
		};
	}

	private static long millis(String column, String field, BigDecimal unit) {
		try {
			return new BigDecimal(field).multiply(unit).longValue();
		}
		catch (NumberFormatException malformed) {
			throw new BadFieldException(column + " is '" + field + "', not a number");
		}
	}

}
