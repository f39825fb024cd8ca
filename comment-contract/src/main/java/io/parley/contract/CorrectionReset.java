package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the reviews of a site's moderators have taught until now is forgotten.
 *
 * @param resetId a UUID
 * @param note for other administrators
 * @param by who wants it
 */
public record CorrectionReset(String resetId, String site, @Nullable String note, String by,
		Instant resetAt) implements ModerationInput {

	public CorrectionReset {
		requireNonNull(resetId, "resetId");
		requireNonNull(site, "site");
		requireNonNull(by, "by");
		requireNonNull(resetAt, "resetAt");
	}

	@Override
	public String eventId() {
		return resetId;
	}

	@Override
	public Instant occurredAt() {
		return resetAt;
	}

}
