package io.parley.moderation.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param id grows with time
 * @param details JSON
 */
public record AuditEntry(long id, Instant at, String who, String what, @Nullable String site, @Nullable String subject,
		String details) {

}
