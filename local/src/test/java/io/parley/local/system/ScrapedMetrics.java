package io.parley.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parley's own metrics in a scrape, by name. The text format names the type and meaning
 * of a metric, and the tags stand at its samples.
 */
record ScrapedMetrics(Map<String, Row> rows) {

	private static final String BEGIN = "<!-- generated from here -->\n";

	private static final Pattern HELP = Pattern.compile("# HELP (parley_\\w+) (.*)");

	private static final Pattern TYPE = Pattern.compile("# TYPE (parley_\\w+) (\\w+)");

	private static final Pattern SAMPLE = Pattern.compile("(parley_\\w+?)(?:_bucket|_count|_sum)?(?:\\{(.*)})? \\S+");

	private static final Pattern TAG = Pattern.compile("(\\w+)=\"[^\"]*\"");

	static ScrapedMetrics of(String scrape) {
		Map<String, String> meanings = new TreeMap<>();
		Map<String, Row> rows = new TreeMap<>();
		scrape.lines().forEach(line -> {
			Matcher help = HELP.matcher(line);
			Matcher type = TYPE.matcher(line);
			Matcher sample = SAMPLE.matcher(line);
			if (help.matches()) {
				meanings.put(help.group(1), help.group(2));
			}
			else if (type.matches()) {
				rows.put(type.group(1),
						new Row(type.group(2), meanings.getOrDefault(type.group(1), ""), new TreeSet<>()));
			}
			else if (sample.matches() && sample.group(2) != null) {
				Row row = rows.get(sample.group(1));
				if (row != null) {
					TAG.matcher(sample.group(2)).results().map(tag -> tag.group(1)).forEach(row.tags()::add);
				}
			}
		});
		rows.values().forEach(row -> row.tags().remove("le"));
		// The highest of the last minutes, which comes with every histogram.
		rows.keySet().removeIf(name -> name.endsWith("_max"));
		return new ScrapedMetrics(rows);
	}

	/** The rows as a table under a heading. */
	String section(String heading) {
		return "## " + heading + "\n| metric | type | unit | tags | meaning |\n|---|---|---|---|---|\n"
				+ rows.entrySet().stream().map(row -> row.getValue().line(row.getKey())).collect(Collectors.joining())
				+ "\n";
	}

	/** Replaces what the page holds from the mark on. */
	static void writeInto(Path page, String table) throws IOException {
		String text = Files.readString(page);
		Files.writeString(page, text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table);
	}

	/** What is told about one metric. */
	record Row(String type, String meaning, Set<String> tags) {

		String line(String name) {
			return "| `%s` | %s | %s | %s | %s |\n".formatted(name, type,
					name.endsWith("_seconds") ? "seconds" : "count",
					tags.stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", ")), meaning);
		}

	}

}
