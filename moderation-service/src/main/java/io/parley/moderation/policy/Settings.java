package io.parley.moderation.policy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.parley.contract.Decision;
import io.parley.contract.Verdict;
import io.parley.moderation.contact.ContactKind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a policy says besides its lists and rules.
 *
 * @param regions whose telephone numbers are known without a country code
 * @param model what tells toxicity and spam
 */
record Settings(Decision.Bands bands, Verdict onError, Reasons reasons, Trust trust, CampaignTerms campaigns,
		List<String> regions, ModelReader.Choice model) {

	private static final int HIGHEST_SCORE = 1_000_000;

	private static final int HIGHEST_WEIGHT = 1000;

	private static final Map<String, Verdict> VERDICTS = verdicts();

	/** Of policies that extend none; these have to tell the bands. */
	private static final Settings OTHERWISE = new Settings(new Decision.Bands(0, 0), Verdict.HOLD,
			new Reasons(Map.of()), Trust.DEFAULT, CampaignTerms.DEFAULT, List.of(), ModelReader.Choice.SHIPPED);

	/**
	 * Reads the settings, whose mistakes are told; where there is one something else
	 * stands.
	 * @param base of the policy that is extended, or null
	 */
	static Settings read(Fields fields, PolicySource from, YamlValues values, @Nullable Settings base)
			throws IOException {
		Settings otherwise = (base != null) ? base : OTHERWISE;
		Node bands = (base != null) ? fields.get("verdicts") : fields.need("verdicts");
		Verdict onError = fields.has("onError") ? fields.choice("onError", VERDICTS) : otherwise.onError;
		Node trust = fields.get("trust");
		Node campaigns = fields.get("campaigns");
		Node regions = fields.get("regions");
		Node model = fields.get("model");
		return new Settings((bands != null) ? bands(bands, values) : otherwise.bands,
				(onError != null) ? onError : otherwise.onError,
				otherwise.reasons.and(Reasons.read(fields.get("reasons"), values)),
				(trust != null) ? trust(trust, values) : otherwise.trust,
				(campaigns != null) ? campaigns(campaigns, values) : otherwise.campaigns,
				(regions != null) ? regions(regions, values) : otherwise.regions,
				(model != null) ? ModelReader.read(model, from, values) : otherwise.model);
	}

	private static Decision.Bands bands(Node node, YamlValues values) {
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

	private static Trust trust(Node node, YamlValues values) {
		Trust otherwise = Trust.DEFAULT;
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

	private static CampaignTerms campaigns(Node node, YamlValues values) {
		Fields fields = Fields.of(node, "\"campaigns\"", PolicyField.names(PolicyField.Part.CAMPAIGNS), values);
		Duration window = CampaignTerms.DEFAULT.window();
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

	private static List<String> regions(Node node, YamlValues values) {
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

}
