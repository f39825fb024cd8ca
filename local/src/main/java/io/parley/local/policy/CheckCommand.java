package io.parley.local.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.parley.moderation.policy.CheckedPolicy;
import io.parley.moderation.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley policy check}: shows all that is wrong with a policy. */
@Command(name = "check", mixinStandardHelpOptions = true,
		description = "Shows all that is wrong with a policy, and what its lists do to ordinary words.")
final class CheckCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", description = "the policy")
	private Path file = Path.of("");

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		CheckedPolicy checked = PolicyCommand.check(file);
		Policy policy = checked.policy();
		PrintWriter out = spec.commandLine().getOut();
		if (!checked.warnings().isEmpty()) {
			checked.warnings().forEach(warning -> out.println("warning: " + warning.render()));
			out.println();
		}
		out.println("%s is in order: policy %s, %d rules in effect or shadow, hash %s".formatted(file, policy.name(),
				policy.rules().size(), policy.hash()));
		return 0;
	}

}
