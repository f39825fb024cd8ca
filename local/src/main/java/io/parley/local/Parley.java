package io.parley.local;

import io.parley.backends.BackendException;
import io.parley.local.chaos.ChaosCommand;
import io.parley.local.command.CommandFailure;
import io.parley.local.compose.ComposeSecretsCommand;
import io.parley.local.dlt.DltCommand;
import io.parley.local.keys.KeysCommand;
import io.parley.local.model.ModelCommand;
import io.parley.local.policy.PolicyCommand;
import io.parley.local.rebuild.RebuildCommand;
import io.parley.local.replay.ReplayCommand;
import io.parley.local.terms.TermsCommand;
import io.parley.local.up.TrainCachesCommand;
import io.parley.local.up.UpCommand;
import io.parley.local.users.UsersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top command: each capability adds one subcommand. */
@Command(name = "parley", mixinStandardHelpOptions = true, version = "Parley 0.1",
		description = "Comment moderation on Kafka whose every decision can be explained and replayed.",
		synopsisSubcommandLabel = "COMMAND",
		subcommands = { UpCommand.class, ReplayCommand.class, PolicyCommand.class, KeysCommand.class,
				UsersCommand.class, ModelCommand.class, RebuildCommand.class, DltCommand.class, ChaosCommand.class,
				TermsCommand.class, ComposeSecretsCommand.class, TrainCachesCommand.class })
public final class Parley implements Runnable {

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	private Parley() {
	}

	static void main(String[] args) {
		System.exit(commandLine().execute(args));
	}

	/**
	 * The command line, whose exit codes are 0 for done, 1 for failed and 2 for wrong
	 * usage.
	 */
	public static CommandLine commandLine() {
		return new CommandLine(new Parley()).setExecutionExceptionHandler(Parley::explain);
	}

	/**
	 * A failure that was foreseen has its say; anything else is a fault and shows where.
	 */
	private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
		if (failure instanceof CommandFailure || failure instanceof BackendException) {
			command.getErr().println("parley: " + failure.getMessage());
		}
		else {
			failure.printStackTrace(command.getErr());
		}
		return CommandLine.ExitCode.SOFTWARE;
	}

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

}
