package io.parley.moderation.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermList;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the lists of a policy, from the policy itself and from their files. */
final class ListsReader {

	private static final int MOST_BYTES = 8 << 20;

	/** A file that is wrong as a whole is not worth a hundred thousand problems. */
	private static final int MOST_PROBLEMS_OF_A_LIST = 20;

	private static final Map<String, Matching> MATCHINGS = matchingNames();

	private final PolicySource from;

	private final YamlValues values;

	private final Map<String, TermList> lists = new LinkedHashMap<>();

	private final Map<String, Matching> matchings = new LinkedHashMap<>();

	private final Map<String, Node> names = new LinkedHashMap<>();

	ListsReader(PolicySource from, YamlValues values) {
		this.from = from;
		this.values = values;
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
		Matching matching = fields.has("match") ? fields.choice("match", MATCHINGS) : Matching.FOLDED;
		this.matchings.put(name, (matching != null) ? matching : Matching.FOLDED);
		if (fields.has("file") == fields.has("terms")) {
			this.values.problem(fields.nameOf("file"), what + " needs either a file or terms", null);
			return;
		}
		Terms terms = new Terms(this.matchings.getOrDefault(name, Matching.FOLDED));
		Node inline = fields.get("terms");
		ScalarNode file = fields.scalar("file");
		if (inline != null) {
			readTerms(inline, what, terms);
		}
		else if (file != null) {
			readFile(file, what, terms);
		}
		this.lists.put(name, new TermList(name, terms.matching, terms.terms));
	}

	private void readTerms(Node node, String what, Terms terms) {
		List<Node> items = this.values.sequence(node, "the terms of " + what);
		if (node instanceof SequenceNode && items.isEmpty()) {
			this.values.problem(node, what + " is empty", null);
		}
		for (Node item : items) {
			String term = this.values.text(item, "a term");
			if (term != null) {
				terms.add(term, this.values.source(), item.getStartMark().getIndex(), this.values.problems());
			}
		}
	}

	private void readFile(ScalarNode node, String what, Terms terms) throws IOException {
		String path = node.getValue();
		if (path.startsWith("/") || path.contains("\\") || List.of(path.split("/", -1)).contains("..")) {
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
			readLines(text, terms, before + MOST_PROBLEMS_OF_A_LIST);
			if (terms.terms.isEmpty() && this.values.problems().count() == before) {
				this.values.problem(node, what + " is empty: " + this.from.describe(path) + " has no terms", null);
			}
		}
	}

	private void readLines(SourceText text, Terms terms, int mostProblems) {
		int start = 0;
		for (String line : text.text().split("\r\n|\r|\n", -1)) {
			int length = line.codePointCount(0, line.length());
			String term = withoutRemark(line);
			if (!term.isBlank() && this.values.problems().count() < mostProblems) {
				int indent = line.length() - line.stripLeading().length();
				terms.add(term.strip(), text, start + indent, this.values.problems());
			}
			start += length + (text.isCrLf(start + length) ? 2 : 1);
		}
	}

	private static String withoutRemark(String line) {
		if (line.stripLeading().startsWith("#")) {
			return "";
		}
		int remark = line.indexOf(" #");
		return (remark >= 0) ? line.substring(0, remark) : line;
	}

	private static Map<String, Matching> matchingNames() {
		Map<String, Matching> names = new LinkedHashMap<>();
		names.put("folded", Matching.FOLDED);
		names.put("exact", Matching.EXACT);
		names.put("substring", Matching.SUBSTRING);
		names.put("domain", Matching.DOMAIN);
		return names;
	}

	/** Takes the terms of one list and refuses those that add nothing. */
	private static final class Terms {

		private final Matching matching;

		private final List<String> terms = new ArrayList<>();

		private final Map<String, String> byForm = new HashMap<>();

		Terms(Matching matching) {
			this.matching = matching;
		}

		void add(String term, SourceText source, int index, Problems problems) {
			if (this.matching == Matching.DOMAIN && !isDomain(term)) {
				problems.add(source, index, "\"" + term + "\" is not a domain", "write it like example.org");
				return;
			}
			String form = this.matching.normalize(term);
			String same = this.byForm.putIfAbsent(form, term);
			if (form.isEmpty()) {
				problems.add(source, index, "an empty term", null);
			}
			else if (same != null) {
				problems.add(source, index, same.equals(term) ? "the term \"" + term + "\" is in the list twice"
						: "the term \"" + term + "\" matches the same as \"" + same + "\"", null);
			}
			else {
				this.terms.add(term);
			}
		}

		private static boolean isDomain(String term) {
			return term.indexOf('.') > 0 && term.codePoints()
				.allMatch(character -> Character.isLetterOrDigit(character) || character == '.' || character == '-');
		}

	}

}
