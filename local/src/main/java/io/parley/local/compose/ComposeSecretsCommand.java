package io.parley.local.compose;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.parley.local.command.Checkout;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley compose-secrets}: what must be there before docker compose. */
@Command(name = "compose-secrets", mixinStandardHelpOptions = true,
		description = "Makes the passwords and keys that docker-compose.yml reads. Those that exist stay.")
public final class ComposeSecretsCommand implements Callable<Integer> {

	@Option(names = "--dir", paramLabel = "DIR",
			description = "their folder (.parley/compose); tell compose another one by PARLEY_SECRETS")
	private @Nullable Path folder;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		Path chosen = (this.folder != null) ? this.folder : Checkout.folder().resolve(".parley/compose");
		new ComposeSecrets(chosen).complete();
		this.spec.commandLine().getOut().printf("""
				The secrets are in %1$s. Now:

				docker compose up --build --detach --wait
				KEY=$(cat %1$s/%2$s)

				A moderator's key is in %1$s/%3$s
				""", chosen, ComposeSecrets.PLATFORM_KEY, ComposeSecrets.MODERATOR_KEY);
		return 0;
	}

}
