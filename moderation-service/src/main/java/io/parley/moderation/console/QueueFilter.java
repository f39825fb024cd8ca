package io.parley.moderation.console;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the queue is looked at; what is null or empty does not matter.
 *
 * @param trust new, known, trusted or staff
 * @param urgency escalated, high, normal or low
 */
record QueueFilter(@Nullable String site, @Nullable String thread, @Nullable String rule, @Nullable String reason,
		@Nullable String language, @Nullable String trust, @Nullable String urgency) {

	static final QueueFilter NONE = new QueueFilter(null, null, null, null, null, null, null);

	QueueFilter {
		site = AskedFor.value(site);
		thread = AskedFor.value(thread);
		rule = AskedFor.value(rule);
		reason = AskedFor.value(reason);
		language = AskedFor.value(language);
		trust = AskedFor.value(trust);
		urgency = AskedFor.value(urgency);
	}

	/** What is asked for, by the names of the parameters. */
	public Map<String, String> asked() {
		return askedFor().parameters();
	}

	private AskedFor askedFor() {
		return AskedFor.NOTHING.and("site", site)
			.and("thread", thread)
			.and("rule", rule)
			.and("reason", reason)
			.and("language", language)
			.and("trust", trust)
			.and("urgency", urgency);
	}

	public boolean isAny() {
		return !asked().isEmpty();
	}

	/** As the query of an address, with its question mark unless it is empty. */
	public String query() {
		return askedFor().query();
	}

}
