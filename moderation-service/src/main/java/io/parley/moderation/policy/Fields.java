package io.parley.moderation.policy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The fields of one YAML mapping. Reading reports what is unknown, double or of the wrong
 * type.
 */
final class Fields {

	private final Node node;

	private final String what;

	private final YamlValues values;

	private final Map<String, Node> fields = new LinkedHashMap<>();

	private final Map<String, Node> names = new LinkedHashMap<>();

	private Fields(Node node, String what, YamlValues values) {
		this.node = node;
		this.what = what;
		this.values = values;
	}

	/** Reads a mapping with fields of the given names. */
	static Fields of(Node node, String what, Set<String> known, YamlValues values) {
		Fields fields = any(node, what, values);
		for (Map.Entry<String, Node> name : List.copyOf(fields.names.entrySet())) {
			if (!known.contains(name.getKey())) {
				values.problem(name.getValue(), "unknown field \"" + name.getKey() + "\" in " + what,
						Spelling.suggest(name.getKey(), known));
				fields.fields.remove(name.getKey());
			}
		}
		return fields;
	}

	/** Reads a mapping with names of the author's choice. */
	static Fields any(Node node, String what, YamlValues values) {
		Fields fields = new Fields(node, what, values);
		if (!(node instanceof MappingNode mapping)) {
			values.problem(node, what + " must be a mapping of fields", null);
			return fields;
		}
		Set<String> seen = new HashSet<>();
		for (NodeTuple tuple : mapping.getValue()) {
			String name = values.name(tuple.getKeyNode());
			if (name != null && !seen.add(name)) {
				values.problem(tuple.getKeyNode(), "\"" + name + "\" is written twice in " + what, null);
			}
			else if (name != null) {
				fields.fields.put(name, tuple.getValueNode());
				fields.names.put(name, tuple.getKeyNode());
			}
		}
		return fields;
	}

	boolean isMapping() {
		return this.node instanceof MappingNode;
	}

	Map<String, Node> all() {
		return this.fields;
	}

	Node node() {
		return this.node;
	}

	/** The place of the field's name. */
	Node nameOf(String field) {
		return this.names.getOrDefault(field, this.node);
	}

	boolean has(String field) {
		return this.fields.containsKey(field);
	}

	@Nullable Node get(String field) {
		return this.fields.get(field);
	}

	/** The field, whose absence is a problem. */
	@Nullable Node need(String field) {
		Node value = this.fields.get(field);
		if (value == null && isMapping() && !this.names.containsKey(field)) {
			this.values.problem(this.node, this.what + " needs the field \"" + field + "\"", null);
		}
		return value;
	}

	@Nullable String text(String field) {
		Node value = get(field);
		return (value != null) ? this.values.text(value, field) : null;
	}

	@Nullable ScalarNode scalar(String field) {
		return (text(field) != null && get(field) instanceof ScalarNode scalar) ? scalar : null;
	}

	/** The whole number, or the fallback if the field is absent or wrong. */
	int number(String field, int min, int max, int fallback) {
		Node value = get(field);
		return (value != null) ? this.values.number(value, field, min, max, fallback) : fallback;
	}

	/** The item that the text of the field names, or null if it is absent or wrong. */
	<T> @Nullable T choice(String field, Map<String, T> choices) {
		Node value = get(field);
		return (value != null) ? this.values.choice(value, field, choices) : null;
	}

}
