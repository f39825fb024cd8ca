package io.parley.moderation.console;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an author.
 *
 * @param banned whether a ban is in force
 * @param mutedUntil the end of a time-out in force, or null
 */
record AuthorRecord(String key, @Nullable String name, @Nullable String role, String trust, long approved, long held,
		long rejected, long approvedByModerators, long rejectedByModerators, @Nullable Instant firstSeen,
		@Nullable Instant registeredAt, boolean banned, @Nullable Instant bannedUntil, @Nullable Instant mutedUntil) {

	public long decided() {
		return approved + rejected;
	}

	/** Of 100 decided comments. */
	public long rejectedPercent() {
		return (decided() == 0) ? 0 : Math.round(100.0 * rejected / decided());
	}

	/** The site that the author writes on. */
	public String site() {
		for (int i = 0; i < key.length(); i++) {
			if (key.charAt(i) == '/' || key.charAt(i) == '~') {
				return key.substring(0, i);
			}
		}
		return key;
	}

}
