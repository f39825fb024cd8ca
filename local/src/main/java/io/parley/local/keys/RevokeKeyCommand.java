package io.parley.local.keys;

import java.util.concurrent.Callable;

import io.parley.local.database.DatabaseOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./parley keys revoke}. */
@Command(name = "revoke", mixinStandardHelpOptions = true,
		description = { "Ends a key for good, whatever the service's settings say of it." })
final class RevokeKeyCommand implements Callable<Integer> {

	@Mixin
	private DatabaseOptions database = new DatabaseOptions();

	@Mixin
	private KeyName key = new KeyName();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		try (KeyTable table = new KeyTable(database.openComments())) {
			table.revoke(key.site(), key.name());
		}
		spec.commandLine()
			.getOut()
			.printf("Key %s of site %s is refused %s.%n", key.name(), key.site(), KeysCommand.SOON);
		spec.commandLine().getOut().flush();
		return 0;
	}

}
