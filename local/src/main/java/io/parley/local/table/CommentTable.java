package io.parley.local.table;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.parley.contract.Verdict;
import io.parley.local.command.CommandFailure;
import io.parley.local.table.Table.RowFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file of comments: columns {@code id}, {@code thread} or {@code post_id},
 * {@code author_id}, {@code submitted_at} or {@code minute}, {@code text}, and
 * {@code expected} where the right verdicts are known. Other columns are ignored. In
 * {@code text}, {@code \n}, {@code \t} and {@code \\} stand for what they stand for in
 * Java.
 */
public final class CommentTable {

	private CommentTable() {
	}

	/**
	 * Reads a file from beginning to end, without keeping more than the ids in memory.
	 * @param base the instant from which {@code minute} counts
	 * @param good takes each comment, in order
	 * @param bad takes each row that cannot be used
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static <X extends Exception> void read(Path file, Instant base, RowSink<? super CommentRow, X> good,
			Consumer<BadRow> bad) throws X {
		Table.read(file, columns -> format(columns, base), good, bad);
	}

	/**
	 * Reads a file to know its extent. Rows that cannot be used are left out.
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static Extent extent(Path file) {
		Extent.Counter counter = new Extent.Counter();
		Table.<CommentRow, RuntimeException>read(file, columns -> {
			counter.relative(columns.find("submitted_at") < 0);
			return format(columns, Instant.EPOCH);
		}, counter::count, _ -> {
			// Reported when the file is read for good.
		});
		return counter.extent();
	}

	private static RowFormat<CommentRow> format(Columns columns, Instant base) {
		int id = columns.need("id");
		int thread = columns.need("thread", "post_id");
		int author = columns.need("author_id");
		int absolute = columns.find("submitted_at");
		int relative = absolute < 0 ? columns.need("minute", "submitted_at") : -1;
		int text = columns.need("text");
		int expected = columns.find("expected");
		Set<String> ids = new HashSet<>();
		return (line, fields) -> {
			Instant submittedAt = absolute >= 0 ? Fields.time("submitted_at", fields[absolute])
					: base.plusMillis(Fields.minutesInMillis("minute", fields[relative]));
			@Nullable Verdict verdict = expected < 0 ? null : Fields.verdict("expected", fields[expected]);
			CommentRow row = new CommentRow(line, Fields.name("id", fields[id]),
					Fields.name("the thread", fields[thread]), Fields.name("author_id", fields[author]), submittedAt,
					Fields.text("text", fields[text]), verdict);
			if (!ids.add(row.id())) {
				throw new BadFieldException("the id '" + row.id() + "' was used before");
			}
			return row;
		};
	}

}
