package io.parley.benchmarks.service;

import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.parley.backends.ChildProcess;
import io.parley.backends.Database;
import io.parley.backends.LogTail;
import io.parley.backends.Ports;
import io.parley.benchmarks.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley bench post}. */
@Command(name = "post", mixinStandardHelpOptions = true,
		description = { "Measures POST /v1/comments next to an endpoint of the same server that only inserts the row,",
				"one by one. Comments are published to Kafka; no moderation service takes processors away." })
public final class PostCommand implements Callable<Integer> {

	/** Those of the comment service in {@code ./parley up}. */
	private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-Xmx224m", "-XX:+UseSerialGC",
			"-Xss512k", "-XX:ReservedCodeCacheSize=96m", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow");

	@Option(names = "--connections", paramLabel = "N", split = ",", defaultValue = "32,64",
			description = "at a time (${DEFAULT-VALUE})")
	private List<Integer> connections = List.of();

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "of each, in turn (${DEFAULT-VALUE})")
	private int rounds;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "8",
			description = "that a round lasts (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--jvm", paramLabel = "OPTION", description = "more options of both servers' JVMs")
	private List<String> jvm = List.of();

	private long floorPid;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		say(out, Machine.describe());
		try (MeasuredParley parley = MeasuredParley.start(this.jvm)) {
			parley.installation().moderationService(0).stop();
			int port = Ports.free();
			ChildProcess floor = startFloor(parley, port);
			try {
				PostLoad ours = new PostLoad(URI.create(parley.runFile().commentsUrl()),
						parley.runFile().platformKey());
				this.floorPid = floor.pid();
				measure(parley, new PostLoad(URI.create("http://localhost:" + port), "none"), ours, out);
			}
			finally {
				floor.kill();
			}
		}
		return 0;
	}

	private ChildProcess startFloor(MeasuredParley parley, int port) throws Exception {
		Database database = parley.installation().database();
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JVM);
		command.addAll(this.jvm);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), InsertOnly.class.getName(),
				"--server.port=" + port, "--spring.datasource.url=" + database.jdbcUrl("comments"),
				"--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password()));
		Path log = Files.createTempFile("parley-insert-only-", ".log");
		ChildProcess process = ChildProcess.start(command, Map.of("MALLOC_ARENA_MAX", "2"), log);
		long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!answers(port)) {
			if (!process.isAlive() || System.nanoTime() - giveUp > 0) {
				throw new IllegalStateException("The floor does not start:\n" + String.join("\n", LogTail.of(log, 20)));
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		Files.delete(log);
		return process;
	}

	private static boolean answers(int port) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://localhost:" + port + "/")
				.toURL()
				.openConnection();
			return connection.getResponseCode() > 0;
		}
		catch (java.io.IOException _) {
			return false;
		}
	}

	private void measure(MeasuredParley parley, PostLoad floor, PostLoad ours, PrintWriter out)
			throws InterruptedException, SQLException {
		Duration time = Duration.ofSeconds(this.seconds);
		for (PostLoad either : List.of(floor, ours, floor, ours)) {
			// Compiled, and connections open.
			var _ = either.asFastAsPossible(this.connections.getLast(), time);
			forget(parley);
		}
		for (int number : this.connections) {
			List<Double> ratios = new ArrayList<>();
			for (int round = 1; round <= this.rounds; round++) {
				Map<String, Usage> begin = processes(parley);
				Posted inserted = floor.asFastAsPossible(number, time);
				Map<String, Usage> between = processes(parley);
				forget(parley);
				Map<String, Usage> again = processes(parley);
				Posted posted = ours.asFastAsPossible(number, time);
				Map<String, Usage> end = processes(parley);
				forget(parley);
				ratios.add(posted.perSecond() / inserted.perSecond());
				say(out, "%d connections, round %d: insert only %s; POST /v1/comments %s; ratio %.2f (%s)"
					.formatted(number, round, inserted, posted, ratios.getLast(), Machine.load()));
				say(out, "  processor time of one: insert only " + perComment(begin, between, inserted)
						+ "; POST /v1/comments " + perComment(again, end, posted));
			}
			say(out, String.format(Locale.ROOT, "%d connections: median ratio %.2f", number,
					ratios.stream().sorted().toList().get(ratios.size() / 2)));
		}
	}

	private Map<String, Usage> processes(MeasuredParley parley) {
		Map<String, Usage> processes = new LinkedHashMap<>();
		processes.put("insert only", Usage.of(this.floorPid));
		processes.putAll(parley.processes());
		return processes;
	}

	private static String perComment(Map<String, Usage> before, Map<String, Usage> after, Posted posted) {
		List<String> parts = new ArrayList<>();
		after.forEach((name, usage) -> {
			double micros = usage.cpu().minus(before.getOrDefault(name, usage).cpu()).toNanos() / 1e3
					/ posted.latencies().getTotalCount();
			if (micros >= 1) {
				parts.add(String.format(Locale.ROOT, "%s %.0f us", name, micros));
			}
		});
		return String.join(", ", parts);
	}

	/** Nothing of a round is to be published again in the next one. */
	private static void forget(MeasuredParley parley) throws SQLException, InterruptedException {
		try (Connection connection = parley.comments(); Statement statement = connection.createStatement()) {
			statement.execute("truncate comment, comment_revision");
		}
		TimeUnit.MILLISECONDS.sleep(500);
	}

	private static void say(PrintWriter out, String line) {
		out.println(line);
		out.flush();
	}

}
