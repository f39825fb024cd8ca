package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A moderator slowed a thread down, closed or opened it. Until it ends it outranks what
 * rules do to the thread; of several the latest counts.
 *
 * @param moderationId a UUID
 * @param slowModeSeconds between two comments of an author; 0 unless the mode is slow
 * @param until when it ends, exclusive; null for never
 * @param note for other moderators
 */
public record ThreadModerated(String moderationId, String site, String threadId, ThreadMode mode, int slowModeSeconds,
		@Nullable Instant until, @Nullable String note, String moderator,
		Instant moderatedAt) implements ModerationInput {

	public ThreadModerated {
		requireNonNull(moderationId, "moderationId");
		requireNonNull(site, "site");
		requireNonNull(threadId, "threadId");
		requireNonNull(mode, "mode");
		requireNonNull(moderator, "moderator");
		requireNonNull(moderatedAt, "moderatedAt");
	}

	@Override
	public String eventId() {
		return moderationId;
	}

	@Override
	public Instant occurredAt() {
		return moderatedAt;
	}

}
