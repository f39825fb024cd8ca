package io.parley.local.keys;

import java.time.Duration;
import java.util.concurrent.Callable;

import io.parley.local.command.AccessKey;
import io.parley.local.database.DatabaseOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./parley keys rotate}. */
@Command(name = "rotate", mixinStandardHelpOptions = true,
		description = { "Replaces a key by a new one and prints it, this once.",
				"The old one stays good for a while, so that nobody is locked out; the one before it does not." })
final class RotateKeyCommand implements Callable<Integer> {

	private static final int MOST_HOURS = 24 * 365;

	@Mixin
	private DatabaseOptions database = new DatabaseOptions();

	@Mixin
	private KeyName key = new KeyName();

	@Option(names = "--overlap", paramLabel = "HOURS", defaultValue = "24",
			description = "how long the old key stays good (${DEFAULT-VALUE})")
	private int overlapHours = 24;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		if (overlapHours < 0 || overlapHours > MOST_HOURS) {
			throw new ParameterException(spec.commandLine(), "--overlap is 0 to " + MOST_HOURS + " hours");
		}
		AccessKey secret = AccessKey.random();
		try (KeyTable table = new KeyTable(database.openComments())) {
			table.rotate(key.site(), key.name(), secret, Duration.ofHours(overlapHours));
		}
		var out = spec.commandLine().getOut();
		out.println(secret.value());
		spec.commandLine()
			.getErr()
			.printf("That is the new key; it is shown this once. It is good %s, the old one for %d more hours.%n",
					KeysCommand.SOON, overlapHours);
		out.flush();
		return 0;
	}

}
