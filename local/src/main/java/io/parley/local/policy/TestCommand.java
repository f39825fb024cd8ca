package io.parley.local.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.parley.moderation.policy.PolicyTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley policy test}: runs the tests that are written in a policy. */
@Command(name = "test", mixinStandardHelpOptions = true, description = "Runs the tests that are written in a policy.")
final class TestCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", description = "the policy")
	private Path file = Path.of("");

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		List<PolicyTests.Result> results = PolicyTests.run(PolicyCommand.read(file));
		List<PolicyTests.Result> failed = results.stream().filter(result -> !result.passed()).toList();
		for (PolicyTests.Result result : failed) {
			out.println("%s:%d: rule %s %s: %s".formatted(result.file(), result.line(), result.rule(), fault(result),
					result.body()));
		}
		out.println("tests=%d passed=%d failed=%d".formatted(results.size(), results.size() - failed.size(),
				failed.size()));
		return failed.isEmpty() ? 0 : 1;
	}

	private static String fault(PolicyTests.Result result) {
		if (result.cause() != null) {
			return "cannot be evaluated (" + result.cause() + ")";
		}
		return result.hit() ? "should match and does not" : "should not match and does";
	}

}
