package io.parley.local.table;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An author from a file. What is null is not known.
 *
 * @param line where it stands
 */
public record AuthorRow(long line, String id, @Nullable Instant registeredAt, @Nullable String role,
		@Nullable Integer approved, @Nullable Integer held, @Nullable Integer rejected) {
}
