package io.parley.local.keys;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import io.parley.local.command.AccessKey;
import io.parley.local.database.DatabaseOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./parley keys create}. */
@Command(name = "create", mixinStandardHelpOptions = true,
		description = "Creates a key and prints it, this once; only its hash is kept.")
final class CreateKeyCommand implements Callable<Integer> {

	private static final Set<String> SCOPES = Set.of("read", "write");

	@Mixin
	private DatabaseOptions database = new DatabaseOptions();

	@Mixin
	private KeyName key = new KeyName();

	@Option(names = "--scopes", paramLabel = "SCOPE", split = ",", defaultValue = "read,write",
			description = "what it is good for: read, write or both (${DEFAULT-VALUE})")
	private Set<String> scopes = SCOPES;

	@Option(names = "--rate", paramLabel = "N",
			description = "requests a second, 0 for any number; the service's own limit when left out")
	private @Nullable Integer rate;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
			throw new ParameterException(spec.commandLine(), "--scopes is read, write or read,write");
		}
		if (rate != null && rate < 0) {
			throw new ParameterException(spec.commandLine(), "--rate must not be negative");
		}
		AccessKey secret = AccessKey.random();
		try (KeyTable table = new KeyTable(database.openComments())) {
			table.create(key.site(), key.name(), secret, new TreeSet<>(scopes), rate);
		}
		var out = spec.commandLine().getOut();
		out.println(secret.value());
		spec.commandLine()
			.getErr()
			.printf("That is the key; it is shown this once. It is good %s.%n", KeysCommand.SOON);
		out.flush();
		return 0;
	}

}
