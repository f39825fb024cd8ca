package io.parley.moderation.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the tests of a rule. */
final class ExamplesReader {

	private static final Instant ANY_TIME = Instant.EPOCH;

	private static final Map<String, TrustLevel> TRUST = trustLevels();

	private final YamlValues values;

	ExamplesReader(YamlValues values) {
		this.values = values;
	}

	List<Example> read(Node tests) {
		Fields fields = Fields.of(tests, "\"tests\"", PolicyField.names(PolicyField.Part.TESTS), this.values);
		List<Example> examples = new ArrayList<>();
		read(fields.get("hit"), true, examples);
		read(fields.get("miss"), false, examples);
		return examples;
	}

	private void read(@Nullable Node node, boolean hit, List<Example> examples) {
		if (node == null) {
			return;
		}
		for (Node item : this.values.sequence(node, hit ? "\"hit\"" : "\"miss\"")) {
			Fields fields = Fields.of(item, "the test", PolicyField.names(PolicyField.Part.EXAMPLE), this.values);
			fields.need("body");
			String body = fields.text("body");
			String language = fields.text("language");
			Example.ExampleAuthor author = author(fields.get("author"));
			Node post = fields.get("thread");
			CommentThread thread = thread(post);
			Surroundings surroundings = new Surroundings(campaign(fields.get("campaign")), threadFacts(post));
			if (body != null) {
				CommentSubmitted comment = new CommentSubmitted("00000000-0000-0000-0000-000000000000", 1, "example",
						thread, null, new Author("example/reader", "reader", null, null, author.role()), body, language,
						ANY_TIME);
				examples.add(new Example(this.values.place(item), hit, comment, author, surroundings));
			}
		}
	}

	private CommentThread thread(@Nullable Node node) {
		if (node == null) {
			return new CommentThread("post", null, null);
		}
		Fields fields = Fields.of(node, "\"thread\"", PolicyField.names(PolicyField.Part.THREAD), this.values);
		String id = fields.text("id");
		return new CommentThread((id != null) ? id : "post", fields.text("url"), fields.text("title"));
	}

	private ThreadFacts threadFacts(@Nullable Node node) {
		if (node == null) {
			return ThreadFacts.QUIET;
		}
		// Its names were checked with the rest of the thread.
		Fields fields = Fields.any(node, "\"thread\"", this.values);
		return new ThreadFacts(count(fields, "pace"), count(fields, "newAuthors"), share(fields, "heldShare", 0));
	}

	private CampaignFacts campaign(@Nullable Node node) {
		if (node == null) {
			return CampaignFacts.NONE;
		}
		Fields fields = Fields.of(node, "\"campaign\"", PolicyField.names(PolicyField.Part.CAMPAIGN), this.values);
		String id = fields.text("id");
		int authors = fields.number("authors", 0, Integer.MAX_VALUE, 2);
		return new CampaignFacts((id != null) ? id : "example", authors,
				fields.number("size", 0, Integer.MAX_VALUE, authors), share(fields, "similarity", 1),
				count(fields, "minutes"), bool(fields, "confirmed"));
	}

	private Example.ExampleAuthor author(@Nullable Node node) {
		Example.ExampleAuthor newcomer = Example.ExampleAuthor.NEWCOMER;
		if (node == null) {
			return newcomer;
		}
		Fields fields = Fields.of(node, "\"author\"", PolicyField.names(PolicyField.Part.AUTHOR), this.values);
		String role = fields.text("role");
		return new Example.ExampleAuthor(count(fields, "approved"), count(fields, "held"), count(fields, "rejected"),
				count(fields, "approvedByModerators"), count(fields, "rejectedByModerators"),
				share(fields, "rejectionRatio", 0), duration(fields, "age"), duration(fields, "firstSeen"),
				trust(fields), (role != null) ? role : newcomer.role(),
				fields.number("rate", 1, Integer.MAX_VALUE, newcomer.rate()), count(fields, "repeats"),
				count(fields, "links"), fields.number("threads", 1, Integer.MAX_VALUE, newcomer.threads()),
				bool(fields, "banned"), time(fields, "mutedUntil"));
	}

	private TrustLevel trust(Fields fields) {
		TrustLevel told = fields.has("trust") ? fields.choice("trust", TRUST) : null;
		if (told != null) {
			return told;
		}
		return bool(fields, "trusted") ? TrustLevel.TRUSTED : TrustLevel.NEW;
	}

	private boolean bool(Fields fields, String field) {
		Node node = fields.get(field);
		return node != null && this.values.bool(node, field);
	}

	private double share(Fields fields, String field, double otherwise) {
		Node node = fields.get(field);
		String text = fields.text(field);
		if (node == null || text == null) {
			return otherwise;
		}
		try {
			double share = Double.parseDouble(text);
			if (share >= 0 && share <= 1) {
				return share;
			}
		}
		catch (NumberFormatException _) {
			// Reported below, as what is out of range.
		}
		this.values.problem(node, field + " must be a number from 0 to 1", null);
		return otherwise;
	}

	private @Nullable Instant time(Fields fields, String field) {
		Node node = fields.get(field);
		String text = fields.text(field);
		if (node == null || text == null) {
			return null;
		}
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException _) {
			this.values.problem(node, "not a time: \"" + text + "\"", "write for example \"2026-03-01T12:00:00Z\"");
			return null;
		}
	}

	private static int count(Fields fields, String field) {
		return fields.number(field, 0, Integer.MAX_VALUE, 0);
	}

	private Duration duration(Fields fields, String field) {
		Node node = fields.get(field);
		String text = fields.text(field);
		if (node == null || text == null) {
			return Duration.ZERO;
		}
		Duration age = Durations.parse(text);
		if (age == null) {
			this.values.problem(node, "not a duration: \"" + text + "\"", "write for example 30d or 12h");
			return Duration.ZERO;
		}
		return age;
	}

	private static Map<String, TrustLevel> trustLevels() {
		Map<String, TrustLevel> levels = new LinkedHashMap<>();
		for (TrustLevel level : TrustLevel.values()) {
			levels.put(level.word(), level);
		}
		return levels;
	}

}
