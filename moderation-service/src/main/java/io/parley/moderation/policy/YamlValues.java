package io.parley.moderation.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML values as what a policy expects them to be, and reports those that are not.
 *
 * @param offset where in the source the YAML begins
 */
record YamlValues(SourceText source, int offset, Problems problems) {

	private static final Set<String> OLD_BOOLEANS = Set.of("yes", "no", "on", "off");

	YamlValues(SourceText source, Problems problems) {
		this(source, 0, problems);
	}

	Place place(Node node) {
		return new Place(this.source, this.offset + node.getStartMark().getIndex());
	}

	void problem(Node node, String message, @Nullable String suggestion) {
		this.problems.add(place(node), message, suggestion);
	}

	/** The name of a field, or null after a problem. */
	@Nullable String name(Node key) {
		return text(key, "a name");
	}

	@Nullable String text(Node node, String what) {
		if (!(node instanceof ScalarNode scalar)) {
			problem(node, what + " must be a text", null);
			return null;
		}
		String value = scalar.getValue();
		boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
		if (plain && scalar.getTag().equals(Tag.BOOL)) {
			boolean old = OLD_BOOLEANS.contains(value.toLowerCase(Locale.ROOT));
			problem(node, old ? "YAML reads a bare " + value + " as true or false" : what + " must be a text",
					"write \"" + value + "\" in quotes");
			return null;
		}
		if (value.isBlank()) {
			problem(node, what + " is empty", null);
			return null;
		}
		return value;
	}

	boolean bool(Node node, String what) {
		if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)
				&& !OLD_BOOLEANS.contains(scalar.getValue().toLowerCase(Locale.ROOT))) {
			return Boolean.parseBoolean(scalar.getValue());
		}
		problem(node, what + " must be true or false", null);
		return false;
	}

	int number(Node node, String what, int min, int max, int fallback) {
		if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
			try {
				int value = Integer.parseInt(scalar.getValue());
				if (value >= min && value <= max) {
					return value;
				}
			}
			catch (NumberFormatException outOfRange) {
				// Reported below, as what is in no form of a whole number.
			}
		}
		problem(node, what + " must be a whole number from " + min + " to " + max, null);
		return fallback;
	}

	<T> @Nullable T choice(Node node, String what, Map<String, T> choices) {
		String name = text(node, what);
		T choice = (name != null) ? choices.get(name) : null;
		if (name != null && choice == null) {
			String known = String.join(", ", choices.keySet());
			String suggestion = Spelling.suggest(name, choices.keySet());
			problem(node, what + " must be one of " + known + ", not \"" + name + "\"", suggestion);
		}
		return choice;
	}

	List<Node> sequence(Node node, String what) {
		if (node instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		problem(node, what + " must be a sequence", "start each item with a dash");
		return List.of();
	}

}
