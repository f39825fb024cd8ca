package io.parley.local.model;

import picocli.CommandLine.Command;

/** {@code ./parley model}: what concerns the classifier's model. */
@Command(name = "model", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Trains the model that scores comments, and measures it.",
		subcommands = { TrainCommand.class, EvalCommand.class, SimulateCommand.class })
public final class ModelCommand {

}
