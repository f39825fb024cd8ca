package io.parley.moderation.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Model;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads and checks policies. */
public final class PolicyReader {

	private static final int MOST_BYTES = 1 << 20;

	private static final Set<String> FIELDS = PolicyField.names(PolicyField.Part.POLICY);

	private final Problems problems = new Problems();

	/** The policies that are being read, as they are described: each extends the next. */
	private final Set<String> extending = new HashSet<>();

	private PolicyReader() {
	}

	/**
	 * Reads a policy file and the list files that it names.
	 * @throws PolicyProblemsException with all mistakes in them
	 */
	public static Policy read(Path file) throws IOException, PolicyProblemsException {
		return read(PolicySource.of(file));
	}

	/**
	 * Reads a policy and the lists that it names.
	 * @throws PolicyProblemsException with all mistakes in them
	 */
	public static Policy read(PolicySource from) throws IOException, PolicyProblemsException {
		return read(from, Model::shipped);
	}

	/**
	 * Reads a policy and the lists that it names.
	 * @param classifier what toxicity and spam are told by; asked for if a rule needs it
	 * and the policy names no model
	 * @throws PolicyProblemsException with all mistakes in them
	 */
	public static Policy read(PolicySource from, Supplier<? extends Classifier> classifier)
			throws IOException, PolicyProblemsException {
		return new PolicyReader().readAll(from).policy(classifier);
	}

	/**
	 * Reads a policy, and looks at what its lists do to ordinary words; that takes a
	 * second for large ones.
	 * @throws PolicyProblemsException with all mistakes in them
	 */
	public static CheckedPolicy check(PolicySource from) throws IOException, PolicyProblemsException {
		PolicyContent content = new PolicyReader().readAll(from);
		return new CheckedPolicy(content.policy(Model::shipped), ListWarnings.of(content.lists()));
	}

	private PolicyContent readAll(PolicySource from) throws IOException, PolicyProblemsException {
		String name = from.describe(from.file());
		SourceText source = text(from);
		if (source == null) {
			throw new FileNotFoundException("There is no policy " + name);
		}
		PolicyContent content = content(source, from);
		this.problems.throwIfAny(name);
		if (content == null) {
			throw new IllegalStateException("A policy without problems was not read: " + name);
		}
		return content;
	}

	private @Nullable SourceText text(PolicySource from) throws IOException {
		try (InputStream file = from.open(from.file())) {
			return (file != null) ? SourceText.read(from.describe(from.file()), file, MOST_BYTES, this.problems) : null;
		}
	}

	/** What a policy file says, or null after a problem. */
	private @Nullable PolicyContent content(SourceText source, PolicySource from) throws IOException {
		this.extending.add(source.name());
		Node root = (this.problems.count() == 0) ? YamlDocument.compose(source, this.problems) : null;
		if (root == null) {
			return null;
		}
		YamlValues values = new YamlValues(source, this.problems);
		Fields fields = Fields.of(root, "the policy", FIELDS, values);
		fields.need("policy");
		String name = fields.text("policy");
		PolicyContent base = null;
		if (fields.has("extends")) {
			base = base(fields, from, values);
			if (base == null) {
				// Whatever it takes over would be told to be unknown.
				return null;
			}
		}
		Settings settings = Settings.read(fields, from, values, (base != null) ? base.settings() : null);
		ListsReader lists = new ListsReader(from, values, (base != null) ? base.lists() : null);
		lists.read(fields.get("lists"));
		Set<String> without = without(fields, base, values);
		ConditionCompiler compiler = new ConditionCompiler(lists.matchings(), source, this.problems);
		Node rules = (base != null) ? fields.get("rules") : fields.need("rules");
		List<PolicyRule> own = (rules == null) ? List.of()
				: new RulesReader(values, compiler, settings.reasons().codes()).read(rules);
		reportBoth(fields, own, without, values);
		Set<String> used = new HashSet<>((base != null) ? base.usedLists() : Set.of());
		used.addAll(compiler.usedLists());
		PolicyContent content = new PolicyContent((name != null) ? name : "", settings, lists, used,
				(base != null) ? base.rulesWith(own, without) : own);
		if (compiler.readAll()) {
			lists.reportUnused(used);
			if (fields.has("model") && !content.classified()) {
				values.problem(fields.nameOf("model"), "no rule asks for what the model tells", null);
			}
		}
		return (this.problems.count() == 0) ? content : null;
	}

	/** What the policy extends, or null after a problem. */
	private @Nullable PolicyContent base(Fields fields, PolicySource from, YamlValues values) throws IOException {
		ScalarNode node = fields.scalar("extends");
		if (node == null) {
			return null;
		}
		String name = node.getValue();
		if (!PolicySource.isBelow(name)) {
			values.problem(node, "a policy that is extended must be in the folder of the policy or below it", null);
			return null;
		}
		BaseSource source = BaseSource.of(name, from);
		String described = source.describe(source.file());
		if (this.extending.contains(described)) {
			values.problem(node, "the policy extends itself", null);
			return null;
		}
		SourceText text = text(source);
		if (text == null) {
			values.problem(node, "there is no policy " + described + ", and none of that name comes with Parley",
					Spelling.suggest(name, PolicySource.NAMES));
			return null;
		}
		return content(text, source);
	}

	/** The rules of the base that do not count. */
	private static Set<String> without(Fields fields, @Nullable PolicyContent base, YamlValues values) {
		Node node = fields.get("without");
		if (node == null) {
			return Set.of();
		}
		if (base == null) {
			values.problem(fields.nameOf("without"), "only a policy that extends another one can be without its rules",
					"write \"extends\", or leave the rules themselves out");
			return Set.of();
		}
		Set<String> without = new HashSet<>();
		Set<String> known = base.ruleIds();
		for (Node item : values.sequence(node, "\"without\"")) {
			String id = values.text(item, "the id of a rule");
			if (id != null && !known.contains(id)) {
				values.problem(item, base.name() + " has no rule \"" + id + "\"", Spelling.suggest(id, known));
			}
			else if (id != null && !without.add(id)) {
				values.problem(item, "\"" + id + "\" is written twice", null);
			}
		}
		if (without.equals(known) && !fields.has("rules")) {
			values.problem(node, "the policy has no rules", null);
		}
		return without;
	}

	private static void reportBoth(Fields fields, List<PolicyRule> own, Set<String> without, YamlValues values) {
		own.stream()
			.map(rule -> rule.rule().id())
			.filter(without::contains)
			.forEach(id -> values.problem(fields.nameOf("without"),
					"the rule \"" + id + "\" is left out and written anew",
					"the new one takes its place by itself, so take it out of \"without\""));
	}

}
