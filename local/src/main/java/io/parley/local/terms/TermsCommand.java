package io.parley.local.terms;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.parley.local.command.CommandFailure;
import io.parley.local.table.BadRow;
import io.parley.local.table.CaseTable;
import io.parley.local.table.TermTable;
import io.parley.local.table.TextLines;
import io.parley.moderation.policy.ListFile;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermHit;
import io.parley.moderation.text.TermIndex;
import io.parley.moderation.text.TermList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley terms}: tries a list of terms on texts before a policy uses it. */
@Command(name = "terms", mixinStandardHelpOptions = true,
		description = "Tries a list of terms on a text, on a file of texts, or on cases of which the answer is known.")
public final class TermsCommand implements Callable<Integer> {

	@Option(names = "--terms", required = true, paramLabel = "FILE.tsv",
			description = "the terms: columns term and, if known, language; of a .txt file each line, in braces with options")
	private Path terms = Path.of("");

	@Option(names = "--match", defaultValue = "folded", paramLabel = "MODE",
			description = "how they are looked for: folded, exact or substring (default: ${DEFAULT-VALUE})")
	private String match = "folded";

	@Option(names = "--show-wrong",
			description = "print each case that was judged wrongly, each text with a hit that is not exact")
	private boolean showWrong;

	@ArgGroup(multiplicity = "1")
	private Texts texts = new Texts();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		TermIndex index = TermIndex.of(List.of(list()));
		if (texts.text != null) {
			show(texts.text, index.find(texts.text));
		}
		else if (texts.cases != null) {
			score(texts.cases, index);
		}
		else if (texts.file != null) {
			count(texts.file, index);
		}
		return 0;
	}

	private TermList list() {
		List<String> read = new ArrayList<>();
		String name = terms.toString();
		if (name.endsWith(".txt") || name.endsWith(".txt.gz")) {
			TextLines.read(terms, read::add, bad -> warn(terms, bad));
			if (!name.endsWith(".gz") && read.stream().anyMatch(line -> line.strip().startsWith("{"))) {
				return listWithOptions();
			}
		}
		else {
			TermTable.read(terms, row -> read.add(row.term()), bad -> warn(terms, bad));
		}
		return new TermList(String.valueOf(terms.getFileName()), matching(), read);
	}

	private TermList listWithOptions() {
		try {
			return ListFile.read(terms, matching());
		}
		catch (PolicyProblemsException mistakes) {
			throw new CommandFailure(terms + " has mistakes%n%n".formatted() + mistakes.getMessage());
		}
		catch (IOException failure) {
			throw new CommandFailure(terms + " cannot be read: " + failure.getMessage());
		}
	}

	private Matching matching() {
		return switch (match.toLowerCase(Locale.ROOT)) {
			case "folded" -> Matching.FOLDED;
			case "exact" -> Matching.EXACT;
			case "substring" -> Matching.SUBSTRING;
			default -> throw new CommandFailure("--match is '" + match + "', not folded, exact or substring");
		};
	}

	private void score(Path cases, TermIndex index) {
		PrintWriter out = spec.commandLine().getOut();
		CaseScore score = new CaseScore();
		CaseTable.read(cases, row -> {
			List<TermHit> hits = index.find(row.text());
			if (!score.count(row, hits) && showWrong) {
				out.println("line %d (%s): %s".formatted(row.line(), row.kind(), MarkedText.of(row.text(), hits)));
			}
		}, bad -> warn(cases, bad));
		out.print(score.table());
		out.println(score.summary());
	}

	private void count(Path file, TermIndex index) {
		PrintWriter out = spec.commandLine().getOut();
		KindCount kinds = new KindCount();
		TextLines.read(file, text -> {
			List<TermHit> hits = index.find(text);
			if (kinds.count(text, hits) && showWrong) {
				out.println(MarkedText.of(text, hits));
			}
		}, bad -> warn(file, bad));
		out.print(kinds.table());
		out.println(kinds.summary());
	}

	private void show(String text, List<TermHit> hits) {
		PrintWriter out = spec.commandLine().getOut();
		out.println(MarkedText.of(text, hits));
		for (TermHit hit : hits) {
			out.println("%d-%d  %s  %s".formatted(hit.start(), hit.end(), hit.term(),
					hit.evasion().name().toLowerCase(Locale.ROOT)));
		}
		out.println("hits=" + hits.size());
	}

	private void warn(Path file, BadRow bad) {
		spec.commandLine().getErr().println(file + ": " + bad);
	}

	/** What the terms are tried on. */
	static final class Texts {

		@Option(names = "--text", paramLabel = "TEXT", description = "a text whose hits are shown")
		private @Nullable String text;

		@Option(names = "--cases", paramLabel = "FILE.tsv",
				description = "cases to be counted: columns class, text, expected (true or false) and term")
		private @Nullable Path cases;

		@Option(names = "--texts", paramLabel = "FILE",
				description = "texts whose hits are counted by kind: one a line, gzipped if its name ends in .gz")
		private @Nullable Path file;

	}

}
