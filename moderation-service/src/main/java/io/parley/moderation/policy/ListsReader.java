package io.parley.moderation.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermList;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the lists of a policy, from the policy itself and from their files. */
final class ListsReader {

	static final int MOST_BYTES = 8 << 20;

	private static final Map<String, Matching> MATCHINGS = matchingNames();

	private final PolicySource from;

	private final YamlValues values;

	private final Map<String, ListTerms> read = new LinkedHashMap<>();

	private final Map<String, TermList> lists = new LinkedHashMap<>();

	private final Map<String, Matching> matchings = new LinkedHashMap<>();

	private final Map<String, Node> names = new LinkedHashMap<>();

	private final Set<String> ordinary = new HashSet<>();

	/**
	 * A reader of the lists of one policy file.
	 * @param base the lists of the policy that is extended, or null
	 */
	ListsReader(PolicySource from, YamlValues values, @Nullable ListsReader base) {
		this.from = from;
		this.values = values;
		if (base != null) {
			this.read.putAll(base.read);
			this.lists.putAll(base.lists);
			this.matchings.putAll(base.matchings);
			this.ordinary.addAll(base.ordinary);
		}
	}

	void read(@Nullable Node node) throws IOException {
		if (node == null) {
			return;
		}
		Fields fields = Fields.any(node, "\"lists\"", this.values);
		for (Map.Entry<String, Node> entry : fields.all().entrySet()) {
			this.names.put(entry.getKey(), fields.nameOf(entry.getKey()));
			readList(entry.getKey(), entry.getValue());
		}
	}

	Map<String, TermList> lists() {
		return this.lists;
	}

	/** Where each term of a list is written. */
	ListTerms terms(String list) {
		ListTerms terms = this.read.get(list);
		if (terms == null) {
			throw new IllegalArgumentException("Not a list of the policy: " + list);
		}
		return terms;
	}

	/** Whether the author of the policy says that ordinary words are meant. */
	boolean isOrdinary(String list) {
		return this.ordinary.contains(list);
	}

	/**
	 * How the terms of each declared list are looked for, even if the list has problems.
	 */
	Map<String, Matching> matchings() {
		return this.matchings;
	}

	void reportUnused(Set<String> used) {
		this.names.forEach((name, node) -> {
			if (!used.contains(name)) {
				this.values.problem(node, "no rule uses the list \"" + name + "\"", null);
			}
		});
	}

	private void readList(String name, Node node) throws IOException {
		String what = "list \"" + name + "\"";
		Fields fields = Fields.of(node, what, PolicyField.names(PolicyField.Part.LIST), this.values);
		ListTerms extended = this.read.get(name);
		this.matchings.put(name, (extended != null) ? extended.matching() : matching(fields));
		Node ordinarily = fields.get("ordinary");
		if (ordinarily != null && this.values.bool(ordinarily, "ordinary")) {
			this.ordinary.add(name);
		}
		long sources = Stream.of("file", "files", "terms").filter(fields::has).count();
		boolean shortened = extended != null && fields.has("without");
		if (sources > 1 || (sources == 0 && !shortened)) {
			this.values.problem(fields.nameOf("file"), what + " needs either a file, files or terms", null);
			return;
		}
		ListTerms terms = (extended != null) ? extended.copy()
				: new ListTerms(name, this.matchings.getOrDefault(name, Matching.FOLDED));
		reportExtended(extended != null, fields, what);
		Node without = fields.get("without");
		if (extended != null && without != null) {
			leaveOut(without, what, terms);
		}
		Node inline = fields.get("terms");
		Node files = fields.get("files");
		ScalarNode file = fields.scalar("file");
		if (inline != null) {
			readTerms(inline, what, terms);
		}
		else if (files != null) {
			readFiles(files, what, terms);
		}
		else if (file != null) {
			readFile(file, what, terms);
		}
		if (without != null && extended != null && terms.list().terms().isEmpty()) {
			this.values.problem(without, what + " has no term left",
					"leave out the rules that ask for it instead, with \"without\" of the policy");
		}
		terms.checkExceptions(this.values.problems());
		this.read.put(name, terms);
		this.lists.put(name, terms.list());
	}

	private Matching matching(Fields fields) {
		Matching matching = fields.has("match") ? fields.choice("match", MATCHINGS) : null;
		return (matching != null) ? matching : Matching.FOLDED;
	}

	private void reportExtended(boolean extended, Fields fields, String what) {
		if (extended && fields.has("match")) {
			this.values.problem(fields.nameOf("match"),
					what + " is one of the policy that is extended, which tells \"match\"",
					"leave \"match\" out, or give the list another name");
		}
		if (!extended && fields.has("without")) {
			this.values.problem(fields.nameOf("without"),
					what + " is none of a policy that is extended, so nothing can be left out of it",
					"leave the terms themselves out");
		}
	}

	private void leaveOut(Node node, String what, ListTerms terms) {
		for (Node item : this.values.sequence(node, "\"without\"")) {
			String term = this.values.text(item, "a term");
			if (term != null && !terms.remove(term)) {
				this.values.problem(item, what + " has no term \"" + term + "\"", null);
			}
		}
	}

	private void readTerms(Node node, String what, ListTerms terms) {
		List<Node> items = this.values.sequence(node, "the terms of " + what);
		if (node instanceof SequenceNode && items.isEmpty()) {
			this.values.problem(node, what + " is empty", null);
		}
		for (Node item : items) {
			terms.add(item, this.values);
		}
	}

	private void readFiles(Node node, String what, ListTerms terms) throws IOException {
		List<Node> items = this.values.sequence(node, "the files of " + what);
		if (node instanceof SequenceNode && items.isEmpty()) {
			this.values.problem(node, what + " has no files", null);
		}
		for (Node item : items) {
			if (this.values.text(item, "a file") != null && item instanceof ScalarNode file) {
				readFile(file, what, terms);
			}
		}
	}

	private void readFile(ScalarNode node, String what, ListTerms terms) throws IOException {
		String path = node.getValue();
		if (!PolicySource.isBelow(path)) {
			this.values.problem(node, "a list file must be in the folder of the policy or below it", null);
			return;
		}
		try (InputStream file = this.from.open(path)) {
			if (file == null) {
				this.values.problem(node, "there is no file " + this.from.describe(path), null);
				return;
			}
			int before = this.values.problems().count();
			SourceText text = SourceText.read(this.from.describe(path), file, MOST_BYTES, this.values.problems());
			int known = terms.read();
			ListLines.read(text, terms, this.values.problems());
			if (terms.read() == known && this.values.problems().count() == before) {
				this.values.problem(node, what + " is empty: " + this.from.describe(path) + " has no terms", null);
			}
		}
	}

	private static Map<String, Matching> matchingNames() {
		Map<String, Matching> names = new LinkedHashMap<>();
		names.put("folded", Matching.FOLDED);
		names.put("exact", Matching.EXACT);
		names.put("substring", Matching.SUBSTRING);
		names.put("domain", Matching.DOMAIN);
		return names;
	}

}
