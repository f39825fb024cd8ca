package io.parley.moderation.policy;

import io.parley.moderation.text.TermOptions;
import org.yaml.snakeyaml.nodes.Node;

/** The lines of a list file: a term each, or in braces a term with its options. */
final class ListLines {

	/** A file that is wrong as a whole is not worth a hundred thousand problems. */
	private static final int MOST_PROBLEMS = 20;

	private ListLines() {
	}

	static void read(SourceText text, ListTerms terms, Problems problems) {
		int most = problems.count() + MOST_PROBLEMS;
		int start = 0;
		for (String line : text.text().split("\r\n|\r|\n", -1)) {
			int length = line.codePointCount(0, line.length());
			String term = withoutRemark(line);
			if (!term.isBlank() && problems.count() < most) {
				int indent = line.length() - line.stripLeading().length();
				add(term.strip(), new Place(text, start + indent), terms, problems);
			}
			start += length + (text.isCrLf(start + length) ? 2 : 1);
		}
	}

	private static void add(String line, Place place, ListTerms terms, Problems problems) {
		if (!line.startsWith("{")) {
			terms.add(line, TermOptions.NONE, place, problems);
			return;
		}
		Node node = YamlDocument.compose(place.source(), line, place.index(), problems);
		if (node != null) {
			terms.add(node, new YamlValues(place.source(), place.index(), problems));
		}
	}

	private static String withoutRemark(String line) {
		if (line.stripLeading().startsWith("#")) {
			return "";
		}
		int remark = line.indexOf(" #");
		return (remark >= 0) ? line.substring(0, remark) : line;
	}

}
