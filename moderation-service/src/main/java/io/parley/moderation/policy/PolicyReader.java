package io.parley.moderation.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.parley.contract.Decision;
import io.parley.contract.Verdict;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.contact.ContactKind;
import io.parley.moderation.text.Matching;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads and checks policies. */
public final class PolicyReader {

	private static final int MOST_BYTES = 1 << 20;

	private static final int HIGHEST_SCORE = 1_000_000;

	private static final int HIGHEST_WEIGHT = 1000;

	private static final Set<String> FIELDS = PolicyField.names(PolicyField.Part.POLICY);

	private static final Map<String, Verdict> VERDICTS = verdicts();

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
		return readAll(from, classifier).policy();
	}

	/**
	 * Reads a policy, and looks at what its lists do to ordinary words; that takes a
	 * second for large ones.
	 * @throws PolicyProblemsException with all mistakes in them
	 */
	public static CheckedPolicy check(PolicySource from) throws IOException, PolicyProblemsException {
		Parsed parsed = readAll(from, Model::shipped);
		return new CheckedPolicy(parsed.policy(), ListWarnings.of(parsed.lists()));
	}

	private static Parsed readAll(PolicySource from, Supplier<? extends Classifier> classifier)
			throws IOException, PolicyProblemsException {
		Problems problems = new Problems();
		String name = from.describe(from.file());
		SourceText source;
		try (InputStream file = from.open(from.file())) {
			if (file == null) {
				throw new FileNotFoundException("There is no policy " + name);
			}
			source = SourceText.read(name, file, MOST_BYTES, problems);
		}
		problems.throwIfAny(name);
		Node root = YamlDocument.compose(source, problems);
		YamlValues values = new YamlValues(source, problems);
		ListsReader lists = new ListsReader(from, values);
		Policy policy = (root != null) ? policy(root, lists, values, classifier) : null;
		problems.throwIfAny(name);
		if (policy == null) {
			throw new IllegalStateException("A policy without problems was not read: " + name);
		}
		return new Parsed(policy, lists);
	}

	private static @Nullable Policy policy(Node root, ListsReader lists, YamlValues values,
			Supplier<? extends Classifier> classifier) throws IOException {
		Fields fields = Fields.of(root, "the policy", FIELDS, values);
		fields.need("policy");
		String name = fields.text("policy");
		Decision.Bands bands = bands(fields.need("verdicts"), values);
		Verdict onError = fields.has("onError") ? fields.choice("onError", VERDICTS) : Verdict.HOLD;
		Reasons reasons = Reasons.read(fields.get("reasons"), values);
		Trust trust = trust(fields.get("trust"), values);
		CampaignTerms campaigns = campaigns(fields.get("campaigns"), values);
		List<String> regions = regions(fields.get("regions"), values);
		lists.read(fields.get("lists"));
		Node model = fields.get("model");
		ModelReader.Choice choice = (model != null) ? ModelReader.read(model, lists.from(), values)
				: ModelReader.Choice.SHIPPED;
		Map<String, Matching> matchings = new HashMap<>(lists.matchings());
		ConditionCompiler compiler = new ConditionCompiler(matchings, values.source(), values.problems());
		Node rules = fields.need("rules");
		List<PolicyRule> read = (rules != null) ? new RulesReader(values, compiler, reasons.codes()).read(rules)
				: List.of();
		if (compiler.readAll()) {
			lists.reportUnused(compiler.usedLists());
			if (model != null && read.stream().noneMatch(PolicyRule::classified)) {
				values.problem(fields.nameOf("model"), "no rule asks for what the model tells", null);
			}
		}
		if (name == null || bands == null || onError == null) {
			return null;
		}
		if (values.problems().count() > 0) {
			return null;
		}
		boolean classified = read.stream().anyMatch(PolicyRule::classified);
		Classifier asked = !classified ? null : (choice.own() != null) ? choice.own() : classifier.get();
		return new Policy(name, bands, onError, reasons, trust, campaigns,
				Vocabulary.of(lists.lists(), regions, asked, choice.learning()), read);
	}

	private static Decision.@Nullable Bands bands(@Nullable Node node, YamlValues values) {
		if (node == null) {
			return null;
		}
		Fields fields = Fields.of(node, "\"verdicts\"", PolicyField.names(PolicyField.Part.VERDICTS), values);
		fields.need("hold");
		fields.need("reject");
		int hold = fields.number("hold", 1, HIGHEST_SCORE, 0);
		int reject = fields.number("reject", 1, HIGHEST_SCORE, 0);
		if (hold > 0 && reject > 0 && hold > reject) {
			Node place = fields.get("hold");
			values.problem((place != null) ? place : node,
					"comments are rejected from " + reject + " points, so none would be held from " + hold,
					"hold must not be above reject");
		}
		return new Decision.Bands(hold, reject);
	}

	private static Trust trust(@Nullable Node node, YamlValues values) {
		Trust otherwise = Trust.DEFAULT;
		if (node == null) {
			return otherwise;
		}
		Fields fields = Fields.of(node, "\"trust\"", PolicyField.names(PolicyField.Part.TRUST), values);
		Trust trust = new Trust(fields.number("known", 1, HIGHEST_SCORE, otherwise.known()),
				fields.number("trusted", 1, HIGHEST_SCORE, otherwise.trusted()),
				fields.number("rejectedPercent", 1, 100, otherwise.rejectedPercent()),
				fields.number("moderatorWeight", 1, HIGHEST_WEIGHT, otherwise.moderatorWeight()));
		if (trust.known() > trust.trusted()) {
			values.problem(node, "authors are trusted from " + trust.trusted() + " points, so none would be known from "
					+ trust.known(), "known must not be above trusted");
		}
		return trust;
	}

	private static CampaignTerms campaigns(@Nullable Node node, YamlValues values) {
		CampaignTerms otherwise = CampaignTerms.DEFAULT;
		if (node == null) {
			return otherwise;
		}
		Fields fields = Fields.of(node, "\"campaigns\"", PolicyField.names(PolicyField.Part.CAMPAIGNS), values);
		Duration window = otherwise.window();
		Node windowNode = fields.get("window");
		String told = fields.text("window");
		if (windowNode != null && told != null) {
			Duration read = Durations.parse(told);
			if (read == null || read.compareTo(Duration.ofMinutes(1)) < 0
					|| read.compareTo(CampaignTerms.LONGEST_WINDOW) > 0) {
				values.problem(windowNode, "the window must be a duration from 1m to 24h", "write for example 30m");
			}
			else {
				window = read;
			}
		}
		List<String> allowed = new ArrayList<>();
		Node allow = fields.get("allow");
		for (Node item : (allow != null) ? values.sequence(allow, "\"allow\"") : List.<Node>of()) {
			String text = values.text(item, "an allowed text");
			if (text != null) {
				allowed.add(text);
			}
		}
		return new CampaignTerms(window, allowed);
	}

	private static List<String> regions(@Nullable Node node, YamlValues values) {
		if (node == null) {
			return List.of();
		}
		Map<String, String> known = new TreeMap<>();
		ContactKind.phoneRegions().forEach(region -> known.put(region, region));
		List<String> regions = new ArrayList<>();
		List<Node> items = values.sequence(node, "\"regions\"");
		if (node instanceof SequenceNode && items.isEmpty()) {
			values.problem(node, "\"regions\" is empty", null);
		}
		for (Node item : items) {
			String code = values.text(item, "a region");
			if (code != null && !known.containsKey(code)) {
				String upper = code.toUpperCase(Locale.ROOT);
				values.problem(item, "\"" + code + "\" is no country whose telephone numbers are known",
						known.containsKey(upper) ? "write " + upper : "write the code of ISO 3166, as in DE");
			}
			else if (code != null && regions.contains(code)) {
				values.problem(item, "\"" + code + "\" is written twice", null);
			}
			else if (code != null) {
				regions.add(code);
			}
		}
		return regions;
	}

	private static Map<String, Verdict> verdicts() {
		Map<String, Verdict> verdicts = new LinkedHashMap<>();
		verdicts.put("approve", Verdict.APPROVE);
		verdicts.put("hold", Verdict.HOLD);
		verdicts.put("reject", Verdict.REJECT);
		return verdicts;
	}

	/** A policy, and its lists with the places of their terms. */
	private record Parsed(Policy policy, ListsReader lists) {
	}

}
