package io.parley.moderation.policy;

import java.time.Duration;

import io.parley.contract.Effect;
import io.parley.contract.ThreadMode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a rule does beside its verdict or points. */
final class RuleEffectsReader {

	private static final int MOST_REJECTS = 1_000_000;

	private static final Duration LONGEST_SLOW_MODE = Duration.ofHours(24);

	private static final Duration LONGEST_ACTION = Duration.ofDays(30);

	private final YamlValues values;

	RuleEffectsReader(YamlValues values) {
		this.values = values;
	}

	/** How often the rule may reject in an hour; 0 if as often as it likes. */
	int limit(Fields rule, @Nullable Effect effect) {
		Node node = rule.get("limit");
		if (node == null) {
			return 0;
		}
		if (effect == Effect.APPROVE || effect == Effect.HOLD) {
			this.values.problem(rule.nameOf("limit"), "the rule never rejects, so that there is nothing to limit",
					"leave it out");
		}
		Fields fields = Fields.of(node, "\"limit\"", PolicyField.names(PolicyField.Part.LIMIT), this.values);
		fields.need("rejectsPerHour");
		return fields.number("rejectsPerHour", 1, MOST_REJECTS, 0);
	}

	@Nullable ThreadAction thread(@Nullable Node node) {
		if (node == null) {
			return null;
		}
		Fields fields = Fields.of(node, "\"thread\"", PolicyField.names(PolicyField.Part.THREAD_ACTION), this.values);
		fields.need("for");
		Duration lasting = duration(fields, "for", LONGEST_ACTION, "1s to 30d");
		Node close = fields.get("close");
		boolean closed = close != null && this.values.bool(close, "close");
		if (closed == fields.has("slowMode")) {
			this.values.problem(node, "\"thread\" needs either \"slowMode\" or \"close: true\"",
					"write for example { slowMode: 60s, for: 30m }");
			return null;
		}
		Duration slowMode = closed ? Duration.ZERO : duration(fields, "slowMode", LONGEST_SLOW_MODE, "1s to 24h");
		if (lasting == null || slowMode == null) {
			return null;
		}
		return new ThreadAction(closed ? ThreadMode.CLOSED : ThreadMode.SLOW, slowMode, lasting);
	}

	private @Nullable Duration duration(Fields fields, String field, Duration most, String range) {
		Node node = fields.get(field);
		String text = fields.text(field);
		if (node == null || text == null) {
			return null;
		}
		Duration read = Durations.parse(text);
		if (read == null || read.toSeconds() < 1 || read.compareTo(most) > 0) {
			this.values.problem(node, field + " must be a duration from " + range, "write for example 60s or 30m");
			return null;
		}
		return read;
	}

}
