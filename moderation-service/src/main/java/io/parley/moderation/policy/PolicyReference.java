package io.parley.moderation.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;

/** Describes all that a policy may say, from what the reader of policies knows. */
public final class PolicyReference {

	/** What CEL's own functions do, by their names. */
	static final Map<String, String> STANDARD = new TreeMap<>(
			Map.ofEntries(Map.entry("all", "`links.domains.all(d, d.endsWith(\".org\"))`: for every item"),
					Map.entry("contains", "`body.text.contains(\"x\")`: letter by letter"),
					Map.entry("double", "`double(body.length)`: a number with decimals"),
					Map.entry("duration", "`duration(\"24h\")`: hours, minutes, seconds"),
					Map.entry("endsWith", "`thread.url.endsWith(\"/live\")`"),
					Map.entry("exists", "`links.domains.exists(d, d.endsWith(\".ru\"))`: for at least one item"),
					Map.entry("exists_one", "the same for exactly one item"),
					Map.entry("filter",
							"`links.domains.filter(d, d != \"example.org\")`: the items for which it holds"),
					Map.entry("int", "`int(body.capsRatio * 100.0)`: a whole number"),
					Map.entry("map", "`links.domains.map(d, size(d))`: something of each item"),
					Map.entry("matches", "`thread.title.matches(\"(?i)war\")`: a regular expression (RE2) in any text"),
					Map.entry("size", "`size(links.domains)`: items of a list, characters of a text"),
					Map.entry("startsWith", "`thread.url.startsWith(\"https:\")`"),
					Map.entry("string", "`string(links.count)`: as text")));

	private PolicyReference() {
	}

	/** The reference as Markdown. */
	public static String markdown() {
		StringBuilder page = new StringBuilder(
				"""
						# What a policy may say

						Written by `./parley policy reference`; do not edit. How policies work is told in
						[moderators.md](moderators.md).

						## Variables of conditions

						A variable is measured when the first rule reaches it, and not at all if none does. Those marked * count what
						they found in the text: a rule that reads one shows where.

						| variable | type | meaning | example |
						|---|---|---|---|
						""");
		for (Variable variable : Variable.values()) {
			row(page, code(variable.cel()) + (variable.isCountOfFinds() ? "*" : ""), name(variable.type()),
					variable.meaning(), code(variable.example()));
		}
		page.append("""

				## Functions of conditions

				| function | gives | meaning | example |
				|---|---|---|---|
				""");
		for (SubjectFunction function : SubjectFunction.values()) {
			row(page, code(function.signature()), function.result(), function.meaning(), code(function.example()));
		}
		page.append(
				"""

						Conditions are [CEL](https://cel.dev): `&&`, `||`, `!`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `+`, `-`, `*`, `/`,
						`%`, `in`, `a ? b : c`, `[…]`, and of its functions:

						| function | use |
						|---|---|
						""");
		STANDARD.forEach((name, use) -> row(page, code(name), use));
		page.append("\n## Fields of a policy file\n");
		for (PolicyField.Part part : PolicyField.Part.values()) {
			page.append("\n### ")
				.append(part.title())
				.append("\n\n| field | type | meaning | example |\n|---|---|---|---|\n");
			for (PolicyField field : PolicyField.of(part)) {
				row(page, code(field.field()), field.type(), field.meaning(), code(field.example()));
			}
		}
		return page.toString();
	}

	private static void row(StringBuilder page, String... cells) {
		page.append(List.of(cells)
			.stream()
			.map(cell -> cell.replace("|", "\\|"))
			.collect(Collectors.joining(" | ", "| ", " |\n")));
	}

	private static String code(String text) {
		return "`" + text + "`";
	}

	private static String name(CelType type) {
		if (type instanceof ListType) {
			return "list of strings";
		}
		return type.name().equals("google.protobuf.Duration") ? "duration" : type.name();
	}

}
