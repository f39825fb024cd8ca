package io.parley.moderation.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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

	DecisionFilter {
		text = AskedFor.value(text);
		site = AskedFor.value(site);
		thread = AskedFor.value(thread);
		author = AskedFor.value(author);
		rule = AskedFor.value(rule);
		verdict = AskedFor.value(verdict);
		source = AskedFor.value(source);
		moderator = AskedFor.value(moderator);
		from = day(from);
		to = day(to);
	}

	static DecisionFilter ofAuthor(String key) {
		return new DecisionFilter(null, null, null, key, null, null, null, null, null, null);
	}

	private static @Nullable String day(@Nullable String value) {
		try {
			return (value == null || value.isBlank()) ? null : LocalDate.parse(value.strip()).toString();
		}
		catch (DateTimeParseException _) {
			return null;
		}
	}

	/** What is asked for, by the names of the parameters. */
	public Map<String, String> asked() {
		return askedFor().parameters();
	}

	private AskedFor askedFor() {
		return AskedFor.NOTHING.and("text", text)
			.and("site", site)
			.and("thread", thread)
			.and("author", author)
			.and("rule", rule)
			.and("verdict", verdict)
			.and("source", source)
			.and("moderator", moderator)
			.and("from", from)
			.and("to", to);
	}

	public boolean isAny() {
		return !asked().isEmpty();
	}

	/** As the query of an address, with its question mark unless it is empty. */
	public String query() {
		return askedFor().query();
	}

}
