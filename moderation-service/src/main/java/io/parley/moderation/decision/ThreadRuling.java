package io.parley.moderation.decision;

import io.parley.contract.DecisionSource;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadModerated;

/** Decides about threads. */
final class ThreadRuling {

	private ThreadRuling() {
	}

	/** What a moderator wants is done. */
	static ThreadDecision of(ThreadModerated moderated) {
		return new ThreadDecision(moderated.moderationId(), moderated.site(), moderated.threadId(), moderated.mode(),
				moderated.slowModeSeconds(), DecisionSource.MODERATOR, null, null, moderated.moderator(),
				moderated.note(), moderated.moderatedAt(), moderated.until());
	}

}
