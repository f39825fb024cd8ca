package io.parley.moderation.policy;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads the plain part of YAML: no aliases, so that nothing can grow, and no tags. */
final class YamlDocument {

	private static final int DEPTH = 20;

	private YamlDocument() {
	}

	/** The root node, or null after a problem. */
	static @Nullable Node compose(SourceText source, Problems problems) {
		return compose(source, source.text(), 0, problems);
	}

	/**
	 * The root node of a text that begins somewhere in the source, or null after a
	 * problem.
	 */
	static @Nullable Node compose(SourceText source, String text, int offset, Problems problems) {
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(DEPTH);
		options.setCodePointLimit(Integer.MAX_VALUE);
		Yaml yaml = new Yaml(options);
		int before = problems.count();
		try {
			Set<String> told = new HashSet<>();
			for (Event event : yaml.parse(new StringReader(text))) {
				String extra = extra(event);
				if (extra != null && told.add(extra)) {
					problems.add(source, offset + event.getStartMark().getIndex(), extra, "write the value itself");
				}
			}
			if (problems.count() > before) {
				return null;
			}
			Node root = yaml.compose(new StringReader(text));
			if (root == null) {
				problems.add(source, offset, "the policy is empty", null);
			}
			return root;
		}
		catch (MarkedYAMLException invalid) {
			problems.add(source, offset + place(invalid, text.codePointCount(0, text.length())),
					"not valid YAML: " + firstLine(invalid), null);
		}
		catch (ReaderException unreadable) {
			problems.add(source, offset + unreadable.getPosition(), "a character that YAML does not allow", null);
		}
		catch (YAMLException invalid) {
			problems.add(source, offset, "not valid YAML: " + firstLine(invalid), null);
		}
		return null;
	}

	/** What makes the event more than plain YAML, or null. */
	private static @Nullable String extra(Event event) {
		if (event instanceof AliasEvent) {
			return "a YAML alias; a policy has none";
		}
		boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
				|| (event instanceof CollectionStartEvent collection && collection.getTag() != null);
		return tagged ? "a YAML tag; a policy has none" : null;
	}

	/** Where the text that does not end begins, else where reading stopped. */
	private static int place(MarkedYAMLException invalid, int length) {
		Mark stop = invalid.getProblemMark();
		Mark start = invalid.getContextMark();
		if (start != null && (stop == null || stop.getIndex() >= length)) {
			return start.getIndex();
		}
		return (stop != null) ? stop.getIndex() : 0;
	}

	private static String firstLine(YAMLException invalid) {
		String message = (invalid instanceof MarkedYAMLException marked && marked.getProblem() != null)
				? marked.getProblem() : String.valueOf(invalid.getMessage());
		return message.lines().findFirst().orElse("unreadable").strip();
	}

}
