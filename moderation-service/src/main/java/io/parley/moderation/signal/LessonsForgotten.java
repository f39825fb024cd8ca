package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What moderators of a site decided until then teaches nothing any longer. */
public record LessonsForgotten(String site, Instant at) implements Observation {

	public LessonsForgotten {
		requireNonNull(site, "site");
		requireNonNull(at, "at");
	}

	@Override
	public String key() {
		return site;
	}

}
