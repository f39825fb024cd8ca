package io.parley.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

import io.parley.backends.Folders;
import io.parley.backends.Ports;
import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code ./parley train-caches}: runs an installation of its own with some comments, so
 * that the caches hold the classes of a program at work and not only of its start.
 */
@Command(name = "train-caches", hidden = true,
		description = "Makes the caches that quicken the start of this build; up calls it.")
public final class TrainCachesCommand implements Callable<Integer> {

	private static final int COMMENTS = 600;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException {
		Path checkout = Checkout.folder();
		Path data = checkout.resolve("local/target/training");
		try (DataFolder _ = DataFolder.take(data)) {
			Path installation = data.resolve("installation");
			Folders.delete(installation);
			train(new InstallationOptions(checkout, installation, freePortBase(checkout, installation), 1, null));
			Folders.delete(installation);
		}
		return 0;
	}

	private void train(InstallationOptions options) throws IOException {
		LocalInstallation installation = new LocalInstallation(options, Caching.DRAFTED, (_) -> {
		});
		try (installation) {
			installation.start();
			replay(options);
		}
		installation.caches().forEach(ClassCache::publish);
	}

	private void replay(InstallationOptions options) throws IOException {
		StringBuilder rows = new StringBuilder("id\tthread\tauthor_id\tminute\ttext\n");
		for (int number = 0; number < COMMENTS; number++) {
			rows.append(
					"%d\tsummit-%d\tauthor-%d\t%d\tNumber %d: talks are better than silence, see https://example.org/%d\n"
						.formatted(number, number % 7, number % 101, number, number, number));
		}
		Path comments = Files.writeString(options.data().resolve("comments.tsv"), rows);
		CommandLine parley = this.spec.root().commandLine();
		int status = parley.execute("replay", comments.toString(), "--rate", "200", "--port-base",
				Integer.toString(options.portBase()));
		if (status != 0) {
			throw new CommandFailure("The replay ended with status " + status);
		}
	}

	private static int freePortBase(Path checkout, Path data) {
		for (int attempt = 0; attempt < 100; attempt++) {
			int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
			InstallationOptions options = new InstallationOptions(checkout, data, base, 1, null);
			if (options.ports().keySet().stream().allMatch(Ports::isFree)) {
				return base;
			}
		}
		throw new CommandFailure("No free ports");
	}

}
