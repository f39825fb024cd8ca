package io.parley.local.keys;

import picocli.CommandLine.Command;

/** {@code ./parley keys}: who may call the comment service. */
@Command(name = "keys", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Creates, lists, rotates and revokes the API keys of the comment service.",
		subcommands = { CreateKeyCommand.class, ListKeysCommand.class, RotateKeyCommand.class, RevokeKeyCommand.class })
public final class KeysCommand {

	/** How soon every instance of the service knows. */
	static final String SOON = "within 5 seconds";

}
