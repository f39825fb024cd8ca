package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

/**
 * What others did around a comment. It comes from other logs than the author's, so it may
 * be known late: a comment is decided again when it is.
 */
public record Surroundings(CampaignFacts campaign, ThreadFacts thread) {

	/** Nothing is known, or nothing is there. */
	public static final Surroundings NONE = new Surroundings(CampaignFacts.NONE, ThreadFacts.QUIET);

	public Surroundings {
		requireNonNull(campaign, "campaign");
		requireNonNull(thread, "thread");
	}

	/** In a thread of which nothing is known. */
	public Surroundings(CampaignFacts campaign) {
		this(campaign, ThreadFacts.QUIET);
	}

	/** The same in a thread. */
	public Surroundings in(ThreadFacts otherThread) {
		return new Surroundings(campaign, otherThread);
	}

}
