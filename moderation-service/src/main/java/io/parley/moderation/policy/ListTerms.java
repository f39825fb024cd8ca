package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermIndex;
import io.parley.moderation.text.TermList;
import io.parley.moderation.text.TermOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Takes the terms of one list and refuses those that add nothing. */
final class ListTerms {

	private static final Map<String, Boolean> ACCENTS = Map.of("keep", true);

	private final String name;

	private final Matching matching;

	private final List<String> terms = new ArrayList<>();

	private final Map<String, TermOptions> options = new HashMap<>();

	private final Map<String, String> byForm = new HashMap<>();

	private final Map<String, Place> places = new HashMap<>();

	private final List<Excepted> exceptions = new ArrayList<>();

	private int read;

	ListTerms(String name, Matching matching) {
		this.name = name;
		this.matching = matching;
	}

	/** The same terms, to be changed. */
	ListTerms copy() {
		ListTerms copy = new ListTerms(this.name, this.matching);
		copy.terms.addAll(this.terms);
		copy.options.putAll(this.options);
		copy.byForm.putAll(this.byForm);
		copy.places.putAll(this.places);
		return copy;
	}

	Matching matching() {
		return this.matching;
	}

	/** How many lines or items were terms, those of another file too. */
	int read() {
		return this.read;
	}

	TermList list() {
		return new TermList(this.name, this.matching, this.terms, this.options);
	}

	/** Where a term is written. */
	Place place(String term) {
		Place place = this.places.get(term);
		if (place == null) {
			throw new IllegalArgumentException("Not a term of the list: " + term);
		}
		return place;
	}

	/** Takes out the term that matches the same; false if there is none. */
	boolean remove(String term) {
		String same = this.byForm.remove(this.matching.normalize(term));
		if (same == null) {
			same = this.byForm.remove(Matching.EXACT.normalize(term));
		}
		if (same == null) {
			return false;
		}
		this.terms.remove(same);
		this.options.remove(same);
		this.places.remove(same);
		return true;
	}

	/** Adds a term, or a mapping of a term and its options. */
	void add(Node item, YamlValues values) {
		if (item instanceof MappingNode) {
			addWithOptions(item, values);
			return;
		}
		String term = values.text(item, "a term");
		if (term != null) {
			add(term, TermOptions.NONE, values.place(item), values.problems());
		}
	}

	void add(String term, TermOptions told, Place place, Problems problems) {
		if (this.matching == Matching.DOMAIN && !isDomain(term)) {
			problems.add(place, "\"" + term + "\" is not a domain", "write it like example.org");
			return;
		}
		String form = told.keepsAccents() ? Matching.EXACT.normalize(term) : this.matching.normalize(term);
		String same = this.byForm.putIfAbsent(form, term);
		if (form.isEmpty()) {
			problems.add(place, "an empty term", null);
		}
		else if (same != null && isOfAnotherFile(same, place)) {
			this.read++;
			if (!told.exceptions().isEmpty()) {
				this.options.merge(same, told, TermOptions::and);
			}
		}
		else if (same != null) {
			problems.add(place, same.equals(term) ? "the term \"" + term + "\" is in the list twice"
					: "the term \"" + term + "\" matches the same as \"" + same + "\"", null);
		}
		else {
			this.read++;
			this.terms.add(term);
			this.places.put(term, place);
			if (!told.equals(TermOptions.NONE)) {
				this.options.put(term, told);
			}
		}
	}

	/** Languages share words. */
	@SuppressWarnings("ReferenceEquality") // the source is the file
	private boolean isOfAnotherFile(String term, Place place) {
		Place known = this.places.get(term);
		return known != null && known.source() != place.source();
	}

	/** Refuses exceptions in which their terms are not found anyway. */
	void checkExceptions(Problems problems) {
		if (this.exceptions.isEmpty() || this.matching == Matching.DOMAIN) {
			return;
		}
		List<String> excepted = this.exceptions.stream().map(Excepted::term).distinct().toList();
		Map<String, TermOptions> accents = new HashMap<>();
		this.options.forEach((term, told) -> accents.put(term, new TermOptions(told.keepsAccents(), List.of())));
		TermIndex index = TermIndex.of(List.of(new TermList(this.name, this.matching, excepted, accents)));
		for (Excepted exception : this.exceptions) {
			String term = exception.term();
			if (index.find(exception.text()).stream().noneMatch(hit -> hit.term().equals(term))) {
				problems.add(exception.place(), "\"" + term + "\" is not found in \"" + exception
					.text() + "\", so the exception changes nothing", (this.matching == Matching.SUBSTRING) ? null
							: "terms are looked for as whole words, so words that only contain them need no exception");
			}
		}
	}

	private void addWithOptions(Node item, YamlValues values) {
		Fields fields = Fields.of(item, "a term", PolicyField.names(PolicyField.Part.TERM), values);
		Node place = fields.need("term");
		String term = fields.text("term");
		boolean keeps = keepsAccents(fields, values);
		List<Node> items = fields.has("except") ? exceptions(fields, values) : List.of();
		List<String> texts = new ArrayList<>();
		Set<String> forms = new HashSet<>();
		for (Node each : items) {
			String text = values.text(each, "an exception");
			if (text != null && term != null && isException(text, term, each, forms, values)) {
				texts.add(text);
				this.exceptions.add(new Excepted(term, text, values.place(each)));
			}
		}
		if (place != null && term != null) {
			add(term, new TermOptions(keeps, texts), values.place(place), values.problems());
		}
	}

	private boolean keepsAccents(Fields fields, YamlValues values) {
		if (!fields.has("accents")) {
			return false;
		}
		boolean keeps = Boolean.TRUE.equals(fields.choice("accents", ACCENTS));
		if (this.matching == Matching.EXACT || this.matching == Matching.DOMAIN) {
			values.problem(
					fields.nameOf("accents"), (this.matching == Matching.EXACT)
							? "exact terms keep their accents anyway" : "domains have no accents to keep",
					"leave \"accents\" out");
		}
		return keeps;
	}

	private static List<Node> exceptions(Fields fields, YamlValues values) {
		Node node = fields.get("except");
		if (node == null) {
			return List.of();
		}
		List<Node> items = values.sequence(node, "\"except\"");
		if (node instanceof SequenceNode && items.isEmpty()) {
			values.problem(node, "\"except\" is empty", null);
		}
		return items;
	}

	private boolean isException(String text, String term, Node place, Set<String> seen, YamlValues values) {
		boolean domains = this.matching == Matching.DOMAIN;
		if (domains && !isDomain(text)) {
			values.problem(place, "\"" + text + "\" is not a domain", "write it like example.org");
			return false;
		}
		Matching form = domains ? Matching.DOMAIN : Matching.EXACT;
		String normal = form.normalize(text);
		if (normal.equals(form.normalize(term))) {
			values.problem(place, "the exception is the term itself, which would never count", "take the term out");
			return false;
		}
		if (domains && !normal.endsWith("." + form.normalize(term))) {
			values.problem(place, "\"" + text + "\" is not below \"" + term + "\"", null);
			return false;
		}
		if (normal.isEmpty() || !seen.add(normal)) {
			values.problem(place, normal.isEmpty() ? "an exception is empty" : "\"" + text + "\" is excepted twice",
					null);
			return false;
		}
		return true;
	}

	private static boolean isDomain(String term) {
		return term.indexOf('.') > 0 && term.codePoints()
			.allMatch(character -> Character.isLetterOrDigit(character) || character == '.' || character == '-');
	}

	/** An exception of a term and where it is written. */
	private record Excepted(String term, String text, Place place) {
	}

}
