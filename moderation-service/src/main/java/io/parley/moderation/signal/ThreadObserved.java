package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Somebody wrote in a thread.
 *
 * @param newAuthor whether the author's first comment was less than a day before
 * @param held whether the policy held or rejected the comment by what it knew of it alone
 */
public record ThreadObserved(String site, String threadId, Instant at, String authorKey, boolean newAuthor,
		boolean held) implements Observation {

	public ThreadObserved {
		requireNonNull(site, "site");
		requireNonNull(threadId, "threadId");
		requireNonNull(at, "at");
		requireNonNull(authorKey, "authorKey");
	}

	@Override
	public String key() {
		return site + "/" + threadId;
	}

}
