package io.parley.local.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import io.parley.local.up.InstallationOptions;
import io.parley.local.up.LocalInstallation;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./parley chaos}: shows that nothing is lost and nothing decided twice. */
@Command(name = "chaos", mixinStandardHelpOptions = true,
		description = { "Runs an installation of its own under load, breaks its parts in random order and mends them,",
				"then checks every comment that was accepted against the decisions, and the decisions",
				"against those that the same log gives when nothing fails." })
public final class ChaosCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Option(names = "--faults", paramLabel = "N", defaultValue = "20", description = "how many (${DEFAULT-VALUE})")
	private int faults;

	@Option(names = "--seed", paramLabel = "S", description = "which faults: the same seed, the same faults")
	private @Nullable Long seed;

	@Option(names = "--only", paramLabel = "FAULT", converter = FaultByName.class,
			completionCandidates = FaultByName.class,
			description = "only such faults; may be repeated: ${COMPLETION-CANDIDATES}")
	private @Nullable List<Fault> only;

	@Option(names = "--away", paramLabel = "SECONDS", defaultValue = "5",
			description = "how long a part stays away at most (${DEFAULT-VALUE})")
	private int away;

	@Option(names = "--moderation", paramLabel = "N", defaultValue = "2",
			description = "how many moderation services (${DEFAULT-VALUE})")
	private int moderationInstances;

	@Option(names = "--authors", paramLabel = "N", defaultValue = "20",
			description = "how many comment at the same time (${DEFAULT-VALUE})")
	private int authors;

	@Option(names = "--clock", description = { "also set the clocks of services, by libfaketime (Debian package);",
			"they become slow by it, so give this a quiet machine" })
	private boolean clockSteps;

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "9080",
			description = "first port (${DEFAULT-VALUE})")
	private int portBase;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException, InterruptedException, SQLException, PolicyProblemsException {
		PrintWriter out = this.spec.commandLine().getOut();
		Path data = Files.createTempDirectory("parley-chaos-");
		long chosen = (this.seed != null) ? this.seed : System.nanoTime();
		say(out, "Seed " + chosen + ", data in " + data);
		boolean good = false;
		Volume volume = Volume.mount(data.resolve("kafka"));
		try {
			Verification found = run(data, volume, RandomGeneratorFactory.of("L64X128MixRandom").create(chosen), out);
			say(out, "faults=" + this.faults + " " + found);
			good = found.isGood();
		}
		finally {
			if (!good) {
				say(out, "The data is kept in " + data);
			}
			if (volume != null && !good) {
				volume.keep();
			}
			else if (volume != null) {
				volume.close();
			}
		}
		if (!good) {
			throw new CommandFailure("Something was lost or decided otherwise");
		}
		delete(data);
		return 0;
	}

	private Verification run(Path data, @Nullable Volume volume, RandomGenerator random, PrintWriter out)
			throws InterruptedException, SQLException, IOException, PolicyProblemsException {
		ServiceClock clock = this.clockSteps ? ServiceClock.in(data) : null;
		if (volume == null) {
			say(out, "No full disk: only root can mount a small one for the broker");
		}
		if (this.clockSteps && clock == null) {
			say(out, "No steps of the clock: libfaketime is not installed");
		}
		Policy policy = PolicyReader.read(PolicySource.starter());
		try (LocalInstallation parley = LocalInstallation
			.start(new InstallationOptions(Checkout.folder(), data, this.portBase, this.moderationInstances, null))) {
			Load load = new Load(parley.runFile(), this.authors);
			try (load) {
				disturb(new Bed(parley, this.moderationInstances, volume, clock), load, random, out);
			}
			awaitDecisions(parley);
			return Verification.of(parley, load, Set.of(), policy);
		}
	}

	private void disturb(Bed bed, Load load, RandomGenerator random, PrintWriter out) throws InterruptedException {
		awaitMore(load, 50);
		int number = 0;
		for (Fault fault : FaultPlan.of(this.faults, faultsToChooseFrom(), bed, random)) {
			int instance = random.nextInt(this.moderationInstances);
			Duration length = Duration.ofMillis(random.nextLong(this.away * 1000L + 1));
			long begin = System.nanoTime();
			fault.happen(bed, instance, length);
			awaitMore(load, 20);
			say(out, "  %d/%d %s (%d s, %d accepted)".formatted(++number, this.faults, fault,
					TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), load.count()));
		}
	}

	private List<Fault> faultsToChooseFrom() {
		return (this.only != null) ? this.only : List.of(Fault.values());
	}

	private static void say(PrintWriter out, String line) {
		out.println(line);
		out.flush();
	}

	private static void awaitMore(Load load, int more) throws InterruptedException {
		int before = load.count();
		long giveUp = System.nanoTime() + PATIENCE.toNanos();
		while (load.count() < before + more) {
			if (System.nanoTime() - giveUp > 0) {
				throw new CommandFailure("No more comments are accepted since the last fault");
			}
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	/** Pending comments are decided in the end, however long the last fault is felt. */
	private static void awaitDecisions(LocalInstallation parley) throws InterruptedException, SQLException {
		long giveUp = System.nanoTime() + PATIENCE.toNanos();
		while (Verification.statuses(parley).containsValue("PENDING") && System.nanoTime() - giveUp < 0) {
			TimeUnit.MILLISECONDS.sleep(500);
		}
	}

	private static void delete(Path data) throws IOException {
		try (var files = Files.walk(data)) {
			files.sorted(Comparator.reverseOrder()).forEach(file -> {
				try {
					Files.delete(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	/** Reads a fault from the command line. */
	private static final class FaultByName implements ITypeConverter<Fault>, Iterable<String> {

		@Override
		public Fault convert(String name) {
			return Arrays.stream(Fault.values())
				.filter(fault -> fault.option().equals(name))
				.findFirst()
				.orElseThrow(() -> new TypeConversionException(
						"'" + name + "' is no fault; choose of " + String.join(", ", this)));
		}

		@Override
		public Iterator<String> iterator() {
			return Arrays.stream(Fault.values()).map(Fault::option).iterator();
		}

	}

}
