package io.parley.benchmarks;

import io.parley.benchmarks.campaign.CampaignsCommand;
import io.parley.benchmarks.campaign.SignalsCommand;
import io.parley.benchmarks.console.ConsoleCommand;
import io.parley.benchmarks.drain.DrainCommand;
import io.parley.benchmarks.drain.RestoreCommand;
import io.parley.benchmarks.service.DecisionsCommand;
import io.parley.benchmarks.service.PostCommand;
import io.parley.benchmarks.service.SoakCommand;
import io.parley.benchmarks.service.StreamsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of {@code ./parley bench}. */
@Command(name = "parley bench", mixinStandardHelpOptions = true,
		description = "Measures Parley on this machine. Each figure is a ratio to a floor that is measured in the same run.",
		synopsisSubcommandLabel = "COMMAND",
		subcommands = { TextCommand.class, ModelCommand.class, DrainCommand.class, PostCommand.class,
				DecisionsCommand.class, StreamsCommand.class, SoakCommand.class, CampaignsCommand.class,
				SignalsCommand.class, RestoreCommand.class, ConsoleCommand.class })
public final class Bench implements Runnable {

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	private Bench() {
	}

	static void main(String[] args) {
		System.exit(new CommandLine(new Bench()).execute(args));
	}

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

}
