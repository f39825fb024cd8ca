package io.parley.local.up;

import java.time.Duration;
import java.util.List;

/** What an installation does with the caches of its programs' classes. */
enum Caching {

	/** Uses those that are there. */
	USED,

	/** Drafts new ones when its programs end. */
	DRAFTED;

	List<String> options(ClassCache cache) {
		return switch (this) {
			case USED -> cache.use();
			case DRAFTED -> cache.draft();
		};
	}

	/** How long a program may take to end. */
	Duration stopPatience() {
		return switch (this) {
			case USED -> Duration.ofSeconds(15);
			case DRAFTED -> Duration.ofMinutes(3);
		};
	}

}
