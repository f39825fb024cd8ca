package io.parley.local.table;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

import io.parley.local.command.CommandFailure;
import io.parley.local.table.Table.RowFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file of authors as they were before the first comment: columns {@code author_id} and,
 * as far as known, {@code registered_at} or {@code joined_days_before}, {@code role},
 * {@code approved}, {@code held} and {@code rejected}, each also with {@code prior_}
 * before it. Other columns are ignored.
 */
public final class AuthorTable {

	private AuthorTable() {
	}

	/**
	 * Reads a file from beginning to end.
	 * @param base the instant before which {@code joined_days_before} counts
	 * @param good takes each author, in order
	 * @param bad takes each row that cannot be used
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static <X extends Exception> void read(Path file, Instant base, RowSink<? super AuthorRow, X> good,
			Consumer<BadRow> bad) throws X {
		Table.read(file, columns -> format(columns, base), good, bad);
	}

	private static RowFormat<AuthorRow> format(Columns columns, Instant base) {
		int id = columns.need("author_id");
		int absolute = columns.find("registered_at");
		int relative = columns.find("joined_days_before");
		int role = columns.find("role");
		int approved = columns.find("approved", "prior_approved");
		int held = columns.find("held", "prior_held");
		int rejected = columns.find("rejected", "prior_rejected");
		return (line, fields) -> {
			@Nullable Instant registeredAt = optional(fields, absolute, field -> Fields.time("registered_at", field));
			if (registeredAt == null) {
				registeredAt = optional(fields, relative,
						field -> base.minusMillis(Fields.daysInMillis("joined_days_before", field)));
			}
			return new AuthorRow(line, Fields.name("author_id", fields[id]), registeredAt,
					optional(fields, role, field -> field),
					optional(fields, approved, field -> Fields.count("the approved count", field)),
					optional(fields, held, field -> Fields.count("the held count", field)),
					optional(fields, rejected, field -> Fields.count("the rejected count", field)));
		};
	}

	private static <T> @Nullable T optional(String[] fields, int column, Function<String, T> read) {
		return column < 0 || fields[column].isEmpty() ? null : read.apply(fields[column]);
	}

}
