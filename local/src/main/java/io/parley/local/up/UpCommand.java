package io.parley.local.up;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley up}: runs an installation until it is interrupted. */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = "Runs Parley on this machine: Kafka, PostgreSQL and the services. Ctrl-C stops it.")
public final class UpCommand implements Callable<Integer> {

	@Option(names = "--moderation", paramLabel = "N", defaultValue = "1",
			description = "how many moderation services share the work (${DEFAULT-VALUE})")
	private int moderationInstances;

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080",
			description = "port of the comment service; moderation follows, Kafka is 50 above (${DEFAULT-VALUE})")
	private int portBase;

	@Option(names = "--data", paramLabel = "DIR", description = "folder that keeps everything (.parley/data)")
	private @Nullable Path data;

	@Option(names = "--policy", paramLabel = "FILE",
			description = "the policy that decides; changes of it come into force at once (the one that comes with Parley)")
	private @Nullable Path policy;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		InstallationOptions options = options();
		LocalInstallation installation = new LocalInstallation(options, Caching.USED,
				(line) -> out.println("  " + line));
		CacheTraining training = new CacheTraining(options);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			training.close();
			stop(installation, out);
		}, "stop"));
		out.println("Starting Parley");
		installation.start();
		Welcome.print(out, installation.runFile(), installation.blogUrl(), installation.consoleAccount());
		if (!installation.caches().stream().allMatch(ClassCache::exists)) {
			training.start();
		}
		throw new CommandFailure(installation.accident().join());
	}

	private InstallationOptions options() {
		Path checkout = Checkout.folder();
		Path folder = (this.data != null) ? this.data : checkout.resolve(".parley/data");
		try {
			return new InstallationOptions(checkout, folder, this.portBase, this.moderationInstances, this.policy);
		}
		catch (IllegalArgumentException ex) {
			throw new CommandLine.ParameterException(this.spec.commandLine(), ex.getMessage(), ex);
		}
	}

	private static void stop(LocalInstallation installation, PrintWriter out) {
		if (!installation.hasParts()) {
			installation.close();
			return;
		}
		long begin = System.nanoTime();
		out.println("Stopping Parley");
		installation.close();
		out.println("  stopped after " + Seconds.since(begin));
	}

}
