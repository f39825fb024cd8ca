package io.parley.benchmarks.drain;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

import io.parley.backends.Broker;
import io.parley.benchmarks.Machine;
import io.parley.benchmarks.Scratch;
import io.parley.benchmarks.data.SampleTexts;
import io.parley.benchmarks.drain.DrainMain.Kind;
import io.parley.contract.TopicProvisioner;
import io.parley.moderation.policy.PolicySource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley bench drain}. */
@Command(name = "drain", mixinStandardHelpOptions = true,
		description = { "Measures how fast a backlog of comments is decided by the starter policy, as ratio to an",
				"exactly-once topology with three such stores that decides nothing; on a Kafka of its own." })
public final class DrainCommand implements Callable<Integer> {

	/** Comments of an author on average. */
	private static final int PER_AUTHOR = 20;

	@Option(names = "--count", paramLabel = "N", defaultValue = "500000", description = "comments (${DEFAULT-VALUE})")
	private int count;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "of each topology, in turn (${DEFAULT-VALUE})")
	private int rounds;

	@Option(names = "--instances", paramLabel = "N", split = ",", defaultValue = "2,3",
			description = "numbers of instances that are measured too (${DEFAULT-VALUE}; 1 for none)")
	private List<Integer> instances = List.of();

	@Option(names = "--comments", paramLabel = "FILE", description = "texts, one a line, instead of made up ones")
	private @Nullable Path texts;

	@Option(names = "--policy", paramLabel = "FILE|NAME", defaultValue = PolicySource.STARTER,
			description = "decides (${DEFAULT-VALUE})")
	private Path policy = Path.of(PolicySource.STARTER);

	@Option(names = "--without", paramLabel = "FILE",
			description = "a policy of fewer rules, to know what the others cost")
	private @Nullable Path fewer;

	@Option(names = "--jvm", paramLabel = "OPTION", description = "more options of the JVMs that drain")
	private List<String> jvm = List.of();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException, InterruptedException, ExecutionException {
		PrintWriter out = this.spec.commandLine().getOut();
		Path folder = Files.createTempDirectory("parley-drain-");
		try (Broker broker = Broker.start(folder.resolve("kafka"), 0);
				Admin admin = Admin
					.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
			TopicProvisioner.provision(admin, List.of(Drain.TOPICS.comments()));
			say(out, Machine.describe());
			new Prefill(broker.bootstrapServers(), SampleTexts.of(this.texts), PER_AUTHOR).write(this.count);
			say(out, this.count + " comments are written");
			measure(new Drain(broker.bootstrapServers(), admin, folder, this.jvm), out);
		}
		finally {
			Scratch.delete(folder);
		}
		return 0;
	}

	private void measure(Drain drain, PrintWriter out) throws InterruptedException, ExecutionException, IOException {
		List<Run> runs = runs();
		Map<Run, List<Double>> rates = new HashMap<>();
		for (int round = 1; round <= this.rounds; round++) {
			for (Run run : runs) {
				Drain.Drained drained = drain.drained(run.kind(), run.policy(), 1);
				rates.computeIfAbsent(run, _ -> new ArrayList<>()).add(drained.rate());
				say(out, String.format(Locale.ROOT, "round %d %-12s %s  (%s)", round, run, drained, Machine.load()));
			}
		}
		Run moderation = runs.getLast();
		double rate = median(rates.getOrDefault(moderation, List.of()));
		for (Run run : runs) {
			double other = median(rates.getOrDefault(run, List.of()));
			say(out, String.format(Locale.ROOT, "median: %-12s %8.0f/s, %s %.2f times of it", run, other, moderation,
					rate / other));
		}
		for (int number : this.instances) {
			if (number > 1) {
				say(out, String.format(Locale.ROOT, "%d instances: %s  (%s)", number,
						drain.drained(moderation.kind(), moderation.policy(), number), Machine.load()));
			}
		}
	}

	/**
	 * Those that are compared, in their turn; the last one is compared with the others.
	 */
	private List<Run> runs() {
		List<Run> runs = new ArrayList<>();
		runs.add(new Run("pass-through", Kind.PASS_THROUGH, this.policy));
		if (this.fewer != null) {
			runs.add(new Run("fewer rules", Kind.MODERATION, this.fewer));
		}
		runs.add(new Run("moderation", Kind.MODERATION, this.policy));
		return List.copyOf(runs);
	}

	private record Run(String name, Kind kind, Path policy) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	private static void say(PrintWriter out, String line) {
		out.println(line);
		out.flush();
	}

}
