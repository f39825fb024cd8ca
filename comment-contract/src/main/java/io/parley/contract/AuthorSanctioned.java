package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A moderator shut an author out for some time or for ever, or let the author in again.
 * Of the same kind the latest counts.
 *
 * @param sanctionId a UUID
 * @param until when it ends, exclusive; null for ever; {@code imposedAt} or earlier to
 * lift what was imposed before
 * @param note for other moderators, never shown to the author
 */
public record AuthorSanctioned(String sanctionId, String site, String authorKey, Kind kind, @Nullable Instant until,
		@Nullable String note, String moderator, Instant imposedAt) implements AuthorEvent, ModerationInput {

	public AuthorSanctioned {
		requireNonNull(sanctionId, "sanctionId");
		requireNonNull(site, "site");
		requireNonNull(authorKey, "authorKey");
		requireNonNull(kind, "kind");
		requireNonNull(moderator, "moderator");
		requireNonNull(imposedAt, "imposedAt");
	}

	@Override
	public String eventId() {
		return sanctionId;
	}

	@Override
	public Instant occurredAt() {
		return imposedAt;
	}

	/** What a policy can tell apart. */
	public enum Kind {

		/** The author is not wanted. */
		BAN,
		/** The author is to cool down. */
		MUTE

	}

}
