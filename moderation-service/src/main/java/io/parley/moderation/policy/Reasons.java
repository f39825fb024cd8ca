package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What authors are told, by code and language. Immutable.
 *
 * @param sentences of each code by language; a sentence without a language is English
 */
record Reasons(Map<String, SortedMap<String, String>> sentences) {

	/** What authors are told in whose language there is no sentence. */
	private static final String OTHERWISE = "en";

	private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

	Reasons {
		sentences = Map.copyOf(sentences);
	}

	static Reasons read(@Nullable Node node, YamlValues values) {
		Map<String, SortedMap<String, String>> reasons = new LinkedHashMap<>();
		if (node != null) {
			Fields.any(node, "\"reasons\"", values)
				.all()
				.forEach((code, value) -> reasons.put(code, sentences(code, value, values)));
		}
		return new Reasons(reasons);
	}

	/** These, and others that take the place of those of the same code. */
	Reasons and(Reasons others) {
		Map<String, SortedMap<String, String>> all = new LinkedHashMap<>(sentences);
		all.putAll(others.sentences);
		return new Reasons(all);
	}

	private static SortedMap<String, String> sentences(String code, Node node, YamlValues values) {
		SortedMap<String, String> sentences = new TreeMap<>();
		String what = "the sentence of reason \"" + code + "\"";
		if (!(node instanceof MappingNode)) {
			String sentence = values.text(node, what);
			sentences.put(OTHERWISE, (sentence != null) ? sentence : "");
			return sentences;
		}
		Fields fields = Fields.any(node, "reason \"" + code + "\"", values);
		fields.need(OTHERWISE);
		fields.all().forEach((language, value) -> {
			String sentence = values.text(value, what);
			if (!LANGUAGE.matches(language)) {
				values.problem(fields.nameOf(language), "\"" + language + "\" is no language",
						"write the code of ISO 639-1, as in de");
			}
			else if (sentence != null) {
				sentences.put(language, sentence);
			}
		});
		return sentences;
	}

	Set<String> codes() {
		return sentences.keySet();
	}

	/** Whether any code has more than English to choose from. */
	boolean hasLanguages() {
		return sentences.values().stream().anyMatch(known -> known.size() > 1);
	}

	/** Whether there is more than English to choose from. */
	boolean hasLanguages(String code) {
		SortedMap<String, String> known = sentences.get(code);
		return known != null && known.size() > 1;
	}

	/**
	 * The sentence of a code, or null if there is no such code.
	 * @param language as BCP 47 writes it, or empty
	 */
	@Nullable String sentence(String code, String language) {
		SortedMap<String, String> known = sentences.get(code);
		if (known == null) {
			return null;
		}
		String first = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
		String sentence = known.get(first);
		return (sentence != null) ? sentence : requireNonNull(known.get(OTHERWISE));
	}

	/** As the hash of a policy counts them: a sentence alone as it has always been. */
	SortedMap<String, Object> content() {
		SortedMap<String, Object> content = new TreeMap<>();
		sentences.forEach((code, known) -> content.put(code,
				(known.size() == 1 && known.containsKey(OTHERWISE)) ? known.get(OTHERWISE) : known));
		return content;
	}

}
