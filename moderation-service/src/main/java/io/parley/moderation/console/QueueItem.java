package io.parley.moderation.console;

import java.time.Instant;
import java.util.List;

import io.parley.moderation.projection.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A comment that waits, as the list shows it.
 *
 * @param beginning of its text
 * @param trust the author's trust level
 * @param claimedBy who looks at it now, or null
 */
record QueueItem(String commentId, int revision, int ordinal, String site, String threadId, @Nullable String thread,
		String authorKey, @Nullable String author, Urgency urgency, Instant heldAt, String language, List<String> rules,
		String trust, String beginning, @Nullable String claimedBy) {

	/** Where the next page begins. */
	public String cursor() {
		return QueuePlace.of(this).cursor();
	}

}
