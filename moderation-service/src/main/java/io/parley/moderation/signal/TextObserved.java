package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * A comment says something that others may say too.
 *
 * @param imprint of its text
 * @param links in it
 * @param window the longest time to the next comment of the same campaign
 */
public record TextObserved(String site, String commentId, int revision, String authorKey, String threadId, Instant at,
		String imprint, int links, Duration window) implements Observation {

	public TextObserved {
		requireNonNull(site, "site");
		requireNonNull(commentId, "commentId");
		requireNonNull(authorKey, "authorKey");
		requireNonNull(threadId, "threadId");
		requireNonNull(at, "at");
		requireNonNull(imprint, "imprint");
		requireNonNull(window, "window");
	}

	/** One task sees all comments of a site. */
	@Override
	public String key() {
		return site;
	}

}
