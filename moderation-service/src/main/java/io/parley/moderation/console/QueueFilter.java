package io.parley.moderation.console;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the queue is looked at; what is null or empty does not matter.
 *
 * @param trust new, known, trusted or staff
 * @param urgency escalated, high, normal or low
 */
record QueueFilter(@Nullable String site, @Nullable String thread, @Nullable String rule, @Nullable String reason,
		@Nullable String language, @Nullable String trust, @Nullable String urgency) {

	static final QueueFilter NONE = new QueueFilter(null, null, null, null, null, null, null);

	private static final int LONGEST = 300;

	QueueFilter {
		site = given(site);
		thread = given(thread);
		rule = given(rule);
		reason = given(reason);
		language = given(language);
		trust = given(trust);
		urgency = given(urgency);
	}

	private static @Nullable String given(@Nullable String value) {
		if (value == null || value.isBlank() || value.indexOf('\0') >= 0) {
			return null;
		}
		String trimmed = value.strip();
		return (trimmed.length() > LONGEST) ? trimmed.substring(0, LONGEST) : trimmed;
	}

	/** What is asked for, by the names of the parameters. */
	public Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>();
		put(asked, "site", site);
		put(asked, "thread", thread);
		put(asked, "rule", rule);
		put(asked, "reason", reason);
		put(asked, "language", language);
		put(asked, "trust", trust);
		put(asked, "urgency", urgency);
		return asked;
	}

	private static void put(Map<String, String> asked, String name, @Nullable String value) {
		if (value != null) {
			asked.put(name, value);
		}
	}

	public boolean isAny() {
		return !asked().isEmpty();
	}

	/** As the query of an address, with its question mark unless it is empty. */
	public String query() {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		asked().forEach((name, value) -> query.queryParam(name, "{" + name + "}"));
		return query.encode().buildAndExpand(asked()).toUriString();
	}

}
