package io.parley.local.policy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.Verdict;
import io.parley.local.command.CommandFailure;
import io.parley.local.table.HateCheckRow;
import io.parley.local.table.HateCheckTable;
import io.parley.moderation.decision.MemoryState;
import io.parley.moderation.decision.ModerationFlow;
import io.parley.moderation.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley policy hatecheck}: what a policy catches of HateCheck's cases. */
@Command(name = "hatecheck", mixinStandardHelpOptions = true,
		description = {
				"Measures a policy with its model on the cases of HateCheck or Multilingual HateCheck, by what they"
						+ " show. Each is judged as the only comment of a new author; held or rejected is caught.",
				"Exits with 1 if a row could not be used." })
final class HateCheckCommand implements Callable<Integer> {

	private static final String SITE = "hatecheck";

	private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

	@Option(names = "--data", required = true, paramLabel = "FILE.tsv.gz",
			description = "cases: columns functionality, label_gold (hateful, non-hateful), test_case or text, and if"
					+ " there are several, language")
	private Path data = Path.of("");

	@Option(names = "--policy", paramLabel = "FILE", description = "the policy (the one that comes with Parley)")
	private @Nullable Path policy;

	@Option(names = "--language", paramLabel = "NAME", description = "only cases of this language")
	private @Nullable String language;

	@Option(names = "--wrong", paramLabel = "FILE.tsv",
			description = "write the cases that are judged wrongly, with the verdict and the rules that matched")
	private @Nullable Path wrong;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		Policy read = PolicyCommand.read(policy);
		HateCheckTally tally = new HateCheckTally();
		AtomicLong cases = new AtomicLong();
		AtomicLong bad = new AtomicLong();
		try (Writer mistakes = (wrong != null) ? Files.newBufferedWriter(wrong) : Writer.nullWriter()) {
			mistakes.write("line\tlanguage\tfunctionality\tlabel_gold\tverdict\trules\ttext\n");
			HateCheckTable.<IOException>read(data, row -> {
				if (language != null && !language.equals(row.language())) {
					return;
				}
				cases.incrementAndGet();
				Decision decision = judge(row, read);
				if (!tally.count(row, decision.verdict() != Verdict.APPROVE)) {
					mistakes.write(mistake(row, decision));
				}
			}, problem -> {
				bad.incrementAndGet();
				spec.commandLine().getErr().println(data + " " + problem);
			});
		}
		catch (IOException failure) {
			throw new CommandFailure(wrong + " cannot be written: " + failure.getMessage());
		}
		if (cases.get() == 0) {
			throw new CommandFailure(data + " has no cases" + ((language != null) ? " in " + language : ""));
		}
		PrintWriter out = spec.commandLine().getOut();
		tally.lines().forEach(out::println);
		return bad.get() == 0 ? 0 : 1;
	}

	/** Cases are much alike, and must not be taken for a campaign: each stands alone. */
	private static Decision judge(HateCheckRow row, Policy policy) {
		Author author = new Author(Author.keyOf(SITE, "reader"), "reader", null, null, null);
		CommentSubmitted comment = new CommentSubmitted("line-" + row.line(), 1, SITE,
				new CommentThread("cases", null, null), null, author, row.text(), null, WHEN);
		return ModerationFlow.on(comment, MemoryState.unbounded(), _ -> policy).decisions().getFirst();
	}

	private static String mistake(HateCheckRow row, Decision decision) {
		return String.join("\t", Long.toString(row.line()), row.language(), row.functionality(),
				row.hateful() ? "hateful" : "non-hateful", decision.verdict().name(),
				decision.hits().stream().map(Hit::rule).distinct().collect(Collectors.joining(",")),
				row.text().replaceAll("\\s+", " ")) + "\n";
	}

}
