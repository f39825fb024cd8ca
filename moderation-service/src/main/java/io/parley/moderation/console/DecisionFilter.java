package io.parley.moderation.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which decisions are looked for; what is null does not matter.
 *
 * @param text words of the comment, in any order; "in quotes" as they stand, -without
 * @param author key
 * @param from and to days, both included
 */
record DecisionFilter(@Nullable String text, @Nullable String site, @Nullable String thread, @Nullable String author,
		@Nullable String rule, @Nullable String verdict, @Nullable String source, @Nullable String moderator,
		@Nullable String from, @Nullable String to) {

	private static final int LONGEST = 300;

	DecisionFilter {
		text = given(text);
		site = given(site);
		thread = given(thread);
		author = given(author);
		rule = given(rule);
		verdict = given(verdict);
		source = given(source);
		moderator = given(moderator);
		from = day(from);
		to = day(to);
	}

	static DecisionFilter ofAuthor(String key) {
		return new DecisionFilter(null, null, null, key, null, null, null, null, null, null);
	}

	private static @Nullable String given(@Nullable String value) {
		if (value == null || value.isBlank() || value.indexOf('\0') >= 0) {
			return null;
		}
		return (value.length() > LONGEST) ? value.substring(0, LONGEST) : value.strip();
	}

	private static @Nullable String day(@Nullable String value) {
		try {
			return (value == null || value.isBlank()) ? null : LocalDate.parse(value.strip()).toString();
		}
		catch (DateTimeParseException _) {
			return null;
		}
	}

	public Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>();
		put(asked, "text", text);
		put(asked, "site", site);
		put(asked, "thread", thread);
		put(asked, "author", author);
		put(asked, "rule", rule);
		put(asked, "verdict", verdict);
		put(asked, "source", source);
		put(asked, "moderator", moderator);
		put(asked, "from", from);
		put(asked, "to", to);
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
