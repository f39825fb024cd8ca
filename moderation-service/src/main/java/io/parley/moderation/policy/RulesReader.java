package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.re2j.Pattern;
import io.parley.contract.Effect;
import io.parley.contract.RuleMode;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the rules of a policy. */
final class RulesReader {

	private static final int HIGHEST_SCORE = 1_000_000;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

	private static final Set<String> FIELDS = PolicyField.names(PolicyField.Part.RULE);

	private static final Map<String, Effect> EFFECTS = effects();

	private static final Map<String, Mode> MODES = modes();

	private final YamlValues values;

	private final ConditionCompiler conditions;

	private final Set<String> reasons;

	private final RuleEffectsReader effects;

	private final Map<String, PolicyRule> byCondition = new HashMap<>();

	private final Set<String> ids = new HashSet<>();

	RulesReader(YamlValues values, ConditionCompiler conditions, Set<String> reasons) {
		this.values = values;
		this.effects = new RuleEffectsReader(values);
		this.conditions = conditions;
		this.reasons = reasons;
	}

	/** The rules without problems. */
	List<PolicyRule> read(Node node) {
		List<Node> items = this.values.sequence(node, "\"rules\"");
		List<PolicyRule> rules = new ArrayList<>();
		for (Node item : items) {
			Fields fields = Fields.of(item, "the rule", FIELDS, this.values);
			PolicyRule rule = rule(fields);
			if (rule != null) {
				reportUseless(rule, fields);
				rules.add(rule);
			}
		}
		if (node instanceof SequenceNode && items.isEmpty()) {
			this.values.problem(node, "the policy has no rules", null);
		}
		return rules;
	}

	private @Nullable PolicyRule rule(Fields fields) {
		String id = id(fields);
		fields.need("when");
		Condition when = condition(fields.scalar("when"));
		Condition unless = condition(fields.scalar("unless"));
		Mode mode = fields.has("mode") ? fields.choice("mode", MODES) : Mode.LIVE;
		Effect effect = effect(fields);
		int score = fields.number("score", 1, HIGHEST_SCORE, 0);
		String reason = reason(fields);
		int limit = this.effects.limit(fields, effect);
		ThreadAction thread = this.effects.thread(fields.get("thread"));
		Node tests = fields.get("tests");
		List<Example> examples = (tests != null) ? new ExamplesReader(this.values).read(tests) : List.of();
		if (id == null || when == null || mode == null || effect == null) {
			return null;
		}
		if ((effect == Effect.SCORE && score == 0 && thread == null) || (fields.has("unless") && unless == null)) {
			return null;
		}
		Rule rule = new Rule(id, (mode == Mode.LIVE) ? RuleMode.LIVE : RuleMode.SHADOW, effect, score, reason,
				!when.others().isNothing() || (unless != null && !unless.others().isNothing()), limit, thread);
		return new PolicyRule(rule, mode == Mode.DRAFT, when, unless, examples);
	}

	private @Nullable String id(Fields fields) {
		Node node = fields.need("id");
		String id = fields.text("id");
		if (node == null || id == null) {
			return null;
		}
		if (!ID.matches(id)) {
			this.values.problem(node, "a rule id has letters, digits, dots, dashes and underscores only", null);
			return null;
		}
		if (!this.ids.add(id)) {
			this.values.problem(node, "the rule id \"" + id + "\" is used twice", null);
			return null;
		}
		return id;
	}

	private @Nullable Condition condition(@Nullable ScalarNode scalar) {
		return (scalar != null) ? this.conditions.compile(scalar) : null;
	}

	private @Nullable Effect effect(Fields fields) {
		if (fields.has("then") && fields.has("score")) {
			this.values.problem(fields.nameOf("score"), "a rule has either \"then\" or \"score\", not both", null);
			return null;
		}
		if (fields.has("score") || (fields.has("thread") && !fields.has("then"))) {
			return Effect.SCORE;
		}
		if (!fields.has("then") && fields.isMapping()) {
			this.values.problem(fields.node(), "the rule needs \"then\", \"score\" or \"thread\"", null);
			return null;
		}
		return fields.choice("then", EFFECTS);
	}

	private @Nullable String reason(Fields fields) {
		String reason = fields.text("reason");
		Node node = fields.get("reason");
		if (reason != null && node != null && !this.reasons.contains(reason)) {
			this.values.problem(node, "unknown reason \"" + reason + "\"", this.reasons.isEmpty()
					? "give it a sentence under \"reasons\"" : Spelling.suggest(reason, this.reasons));
		}
		return reason;
	}

	private void reportUseless(PolicyRule rule, Fields fields) {
		Condition unless = rule.unless();
		Node unlessNode = fields.get("unless");
		if (unless != null && unlessNode != null && rule.when().conjuncts().containsAll(unless.conjuncts())) {
			this.values.problem(unlessNode, "the rule never matches: \"unless\" is true whenever \"when\" is", null);
		}
		String key = (rule.draft() ? Mode.DRAFT : rule.rule().mode()) + "\n" + rule.when().canonical() + "\n"
				+ ((unless != null) ? unless.canonical() : "");
		PolicyRule earlier = this.byCondition.putIfAbsent(key, rule);
		if (earlier != null && rule.rule().thread() == null
				&& rule.rule().effect().compareTo(earlier.rule().effect()) <= 0) {
			Node whenNode = fields.get("when");
			this.values.problem((whenNode != null) ? whenNode : fields.node(),
					"the rule \"" + earlier.rule().id() + "\" has the same condition and an effect at least as strong",
					null);
		}
	}

	private static Map<String, Effect> effects() {
		Map<String, Effect> effects = new LinkedHashMap<>();
		effects.put("approve", Effect.APPROVE);
		effects.put("hold", Effect.HOLD);
		effects.put("reject", Effect.REJECT);
		return effects;
	}

	private static Map<String, Mode> modes() {
		Map<String, Mode> modes = new LinkedHashMap<>();
		modes.put("draft", Mode.DRAFT);
		modes.put("shadow", Mode.SHADOW);
		modes.put("live", Mode.LIVE);
		return modes;
	}

	/** The modes that an author of policies knows. */
	private enum Mode {

		DRAFT, SHADOW, LIVE

	}

}
