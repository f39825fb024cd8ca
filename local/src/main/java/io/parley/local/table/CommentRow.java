package io.parley.local.table;

import java.time.Instant;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A comment from a file.
 *
 * @param line where it stands
 * @param id unique within the file
 * @param expected the right verdict, or null if the file does not tell
 */
public record CommentRow(long line, String id, String thread, String author, Instant submittedAt, String text,
		@Nullable Verdict expected) {
}
