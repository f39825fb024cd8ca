package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

/** What an observed revision of a comment said is no longer said: edited or withdrawn. */
public record TextGone(String site, String commentId, int revision) implements Observation {

	public TextGone {
		requireNonNull(site, "site");
		requireNonNull(commentId, "commentId");
	}

	@Override
	public String key() {
		return site;
	}

}
