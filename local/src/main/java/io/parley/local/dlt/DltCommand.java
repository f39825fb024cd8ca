package io.parley.local.dlt;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./parley dlt}: what to do with records that could not be used. */
@Command(name = "dlt", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Lists dead letters, shows one, sends them again.",
		subcommands = { ListCommand.class, ShowCommand.class, ResendCommand.class })
public final class DltCommand implements Runnable {

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

}
