package io.parley.moderation.policy;

import java.io.StringReader;

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
		LoaderOptions options = new LoaderOptions();
		options.setNestingDepthLimit(DEPTH);
		options.setCodePointLimit(Integer.MAX_VALUE);
		Yaml yaml = new Yaml(options);
		int before = problems.count();
		try {
			for (Event event : yaml.parse(new StringReader(source.text()))) {
				refuse(event, source, problems);
			}
			if (problems.count() > before) {
				return null;
			}
			Node root = yaml.compose(new StringReader(source.text()));
			if (root == null) {
				problems.add(source, 0, "the policy is empty", null);
			}
			return root;
		}
		catch (MarkedYAMLException invalid) {
			Mark mark = invalid.getProblemMark();
			problems.add(source, (mark != null) ? mark.getIndex() : 0, "not valid YAML: " + firstLine(invalid), null);
		}
		catch (ReaderException unreadable) {
			problems.add(source, unreadable.getPosition(), "a character that YAML does not allow", null);
		}
		catch (YAMLException invalid) {
			problems.add(source, 0, "not valid YAML: " + firstLine(invalid), null);
		}
		return null;
	}

	private static void refuse(Event event, SourceText source, Problems problems) {
		Mark mark = event.getStartMark();
		boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
				|| (event instanceof CollectionStartEvent collection && collection.getTag() != null);
		if (event instanceof AliasEvent) {
			problems.add(source, mark.getIndex(), "a YAML alias; a policy has none", "write the value again");
		}
		else if (tagged) {
			problems.add(source, mark.getIndex(), "a YAML tag; a policy has none", null);
		}
	}

	private static String firstLine(YAMLException invalid) {
		String message = (invalid instanceof MarkedYAMLException marked && marked.getProblem() != null)
				? marked.getProblem() : String.valueOf(invalid.getMessage());
		return message.lines().findFirst().orElse("unreadable").strip();
	}

}
