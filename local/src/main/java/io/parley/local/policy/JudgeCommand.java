package io.parley.local.policy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import io.parley.local.command.CommandFailure;
import io.parley.local.table.VerdictTable;
import io.parley.moderation.policy.Policy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley policy judge}: decides about the comments of a file. */
@Command(name = "judge", mixinStandardHelpOptions = true,
		description = { "Decides about the comments of a file as a running Parley would.",
				"A comment that is decided again later has one more line; the last one counts.",
				"Exits with 1 if a row could not be used." })
final class JudgeCommand implements Callable<Integer> {

	private static final int BUFFER = 1 << 16;

	@Option(names = "--policy", paramLabel = "FILE",
			description = "a policy, or the name of one that comes with Parley: news-and-politics (taken if none is named), family")
	private @Nullable Path policy;

	@Option(names = "--comments", paramLabel = "FILE", required = true,
			description = "comments as tab-separated values")
	private Path comments = Path.of("");

	@Option(names = "--authors", paramLabel = "FILE", description = "authors as they were before the first comment")
	private @Nullable Path authors;

	@Option(names = "--out", paramLabel = "FILE", required = true, description = "one decision a line, as JSON")
	private Path decisions = Path.of("");

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		PrintWriter err = spec.commandLine().getErr();
		AtomicLong bad = new AtomicLong();
		Policy read = PolicyCommand.read(policy);
		Judge judge = new Judge(read, problem -> {
			bad.incrementAndGet();
			err.println(problem);
		});
		VerdictTable verdicts = judge(judge);
		out.print(verdicts.render());
		if (verdicts.compares()) {
			out.println();
			out.println(verdicts.summary());
		}
		out.flush();
		return bad.get() == 0 ? 0 : 1;
	}

	private VerdictTable judge(Judge judge) {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(decisions), BUFFER)) {
			return judge.judge(comments, authors, out);
		}
		catch (IOException failure) {
			throw new CommandFailure(decisions + " cannot be written: " + failure);
		}
	}

}
