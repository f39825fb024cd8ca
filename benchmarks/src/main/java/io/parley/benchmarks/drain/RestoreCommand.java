package io.parley.benchmarks.drain;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.parley.backends.Broker;
import io.parley.backends.ChildProcess;
import io.parley.benchmarks.Machine;
import io.parley.benchmarks.Scratch;
import io.parley.benchmarks.data.SampleTexts;
import io.parley.benchmarks.drain.DrainMain.Kind;
import io.parley.contract.TopicProvisioner;
import io.parley.moderation.policy.PolicySource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./parley bench restore}. */
@Command(name = "restore", mixinStandardHelpOptions = true,
		description = { "Measures how long comments wait when the moderation service that knows all authors is lost:",
				"with its disk, with its process only, and with another one that has a standby copy." })
public final class RestoreCommand implements Callable<Integer> {

	private static final String APPLICATION = "restore";

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	private static final Path POLICY = Path.of(PolicySource.STARTER);

	@Option(names = "--authors", paramLabel = "N", defaultValue = "1000000",
			description = "who commented once each (${DEFAULT-VALUE})")
	private int authors;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException, InterruptedException, ExecutionException {
		if (this.authors < 1) {
			throw new ParameterException(this.spec.commandLine(), "--authors has to be 1 or more");
		}
		Path folder = Files.createTempDirectory("parley-restore-");
		try (Broker broker = Broker.start(folder.resolve("kafka"), 0);
				Admin admin = Admin
					.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
			TopicProvisioner.provision(admin, List.of(Drain.TOPICS.comments()));
			Drain drain = new Drain(broker.bootstrapServers(), admin, folder, List.of());
			drain.provision();
			say(Machine.describe());
			Prefill comments = new Prefill(broker.bootstrapServers(), SampleTexts.unlike(), 1);
			comments.write(this.authors);
			measure(drain, comments);
		}
		finally {
			Scratch.delete(folder);
		}
		return 0;
	}

	private void measure(Drain drain, Prefill comments) throws InterruptedException, ExecutionException, IOException {
		Map<Integer, Long> backlog = drain.backlog();
		ChildProcess first = start(drain, 0, 0);
		try {
			say("decided at %.0f/s".formatted(drain.measure(APPLICATION, backlog, List.of(first))));
			settle(drain);
			stop(first);
			Path state = drain.state(APPLICATION, 0);
			say(String.format(Locale.ROOT, "%,d bytes of state on disk for each author", size(state) / this.authors));

			Scratch.delete(state);
			Map<Integer, Long> written = write(comments);
			long begin = System.nanoTime();
			first = start(drain, 0, 0);
			say("started without any state", await(drain, written, begin));

			settle(drain);
			stop(first);
			written = write(comments);
			begin = System.nanoTime();
			first = start(drain, 0, 0);
			say("started with its state", await(drain, written, begin));

			settle(drain);
			first.kill();
			written = write(comments);
			begin = System.nanoTime();
			first = start(drain, 0, 0);
			say("killed and started again", await(drain, written, begin));

			settle(drain);
			stop(first);
			first = start(drain, 0, 1);
			ChildProcess second = start(drain, 1, 1);
			try {
				awaitWarm(drain, 1);
				settle(drain);
				written = write(comments);
				begin = System.nanoTime();
				first.kill();
				say("killed, with a standby copy elsewhere", await(drain, written, begin));
			}
			finally {
				second.kill();
			}
		}
		finally {
			first.kill();
		}
	}

	private static ChildProcess start(Drain drain, int instance, int standbys) {
		return drain.start(Kind.MODERATION, POLICY, APPLICATION, instance, standbys);
	}

	private static void stop(ChildProcess instance) {
		instance.stop(Duration.ofMinutes(1));
	}

	private static Map<Integer, Long> write(Prefill comments) throws InterruptedException, ExecutionException {
		return comments.writeToEach(Drain.TOPICS.comments().partitions());
	}

	/** Until every partition is decided again. */
	private static Duration await(Drain drain, Map<Integer, Long> written, long begin)
			throws InterruptedException, ExecutionException {
		while (true) {
			Map<Integer, Long> places = drain.places(APPLICATION);
			if (written.entrySet().stream().allMatch(one -> places.getOrDefault(one.getKey(), 0L) > one.getValue())) {
				return Duration.ofNanos(System.nanoTime() - begin);
			}
			giveUpAfter(begin, "The comments are not decided");
		}
	}

	/**
	 * Until what came of the comments is worked off too: what many authors wrote is told
	 * to every partition, and comments are decided again. Else the next start would be
	 * measured with the work that the last one left.
	 */
	private static void settle(Drain drain) throws InterruptedException, ExecutionException {
		long begin = System.nanoTime();
		while (drain.lag(APPLICATION) > Drain.TOPICS.comments().partitions()) {
			giveUpAfter(begin, "What comes of the comments is not worked off");
		}
	}

	private static void awaitWarm(Drain drain, int instance) throws IOException, InterruptedException {
		String line = DrainMain.WARM + drain.state(APPLICATION, instance);
		long begin = System.nanoTime();
		while (!Files.readString(drain.log(APPLICATION)).contains(line)) {
			giveUpAfter(begin, "The standby copies are not complete");
		}
	}

	private static void giveUpAfter(long begin, String why) throws InterruptedException {
		if (System.nanoTime() - begin > PATIENCE.toNanos()) {
			throw new IllegalStateException(why);
		}
		TimeUnit.MILLISECONDS.sleep(100);
	}

	private static long size(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).mapToLong(RestoreCommand::bytes).sum();
		}
	}

	private static long bytes(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void say(String how, Duration waited) {
		say(String.format(Locale.ROOT, "%-40s every partition decided after %.1f s  (%s)", how,
				waited.toMillis() / 1000.0, Machine.load()));
	}

	private void say(String line) {
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(line);
		out.flush();
	}

}
