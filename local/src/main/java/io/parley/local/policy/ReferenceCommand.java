package io.parley.local.policy;

import java.util.concurrent.Callable;

import io.parley.moderation.policy.PolicyReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./parley policy reference}: all that a policy may say. */
@Command(name = "reference", mixinStandardHelpOptions = true,
		description = "Prints all that a policy may say, as Markdown.")
final class ReferenceCommand implements Callable<Integer> {

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		spec.commandLine().getOut().print(PolicyReference.markdown());
		spec.commandLine().getOut().flush();
		return 0;
	}

}
