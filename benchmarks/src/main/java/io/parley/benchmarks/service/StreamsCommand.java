package io.parley.benchmarks.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.parley.benchmarks.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley bench streams}. */
@Command(name = "streams", mixinStandardHelpOptions = true,
		description = { "Opens many server-sent event streams and measures the memory and processor time of the",
				"comment service, alone and while comments are approved." })
public final class StreamsCommand implements Callable<Integer> {

	private static final int CONNECTIONS = 8;

	/** Has room for 5,300 streams; that of {@code ./parley up} has for 800. */
	private static final String HEAP = "-Xmx800m";

	@Option(names = "--streams", paramLabel = "N", defaultValue = "5000", description = "open ones (${DEFAULT-VALUE})")
	private int streams;

	@Option(names = "--rate", paramLabel = "N", defaultValue = "20",
			description = "comments a second meanwhile (${DEFAULT-VALUE})")
	private double rate;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "30",
			description = "of each phase (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--jvm", paramLabel = "OPTION", description = "more options of the services' JVMs")
	private List<String> jvm = List.of();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException, InterruptedException {
		PrintWriter out = this.spec.commandLine().getOut();
		say(out, Machine.describe());
		List<String> options = new ArrayList<>(List.of(HEAP));
		options.addAll(this.jvm);
		try (MeasuredParley parley = MeasuredParley.start(options);
				OpenStreams readers = new OpenStreams(URI.create(parley.runFile().commentsUrl()),
						parley.runFile().platformKey())) {
			PostLoad load = new PostLoad(URI.create(parley.runFile().commentsUrl()), parley.runFile().platformKey());
			phase("no stream, comments", parley, readers, () -> post(load), out);
			phase("no stream", parley, readers, this::rest, out);
			long begin = System.nanoTime();
			readers.open(this.streams, PostLoad.THREADS);
			say(out, "%d streams opened in %d ms".formatted(this.streams,
					TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)));
			phase(this.streams + " streams", parley, readers, this::rest, out);
			phase(this.streams + " streams, comments", parley, readers, () -> post(load), out);
			say(out, readers.closed() + " streams were ended by the service");
		}
		return 0;
	}

	private void rest() throws InterruptedException {
		TimeUnit.SECONDS.sleep(this.seconds);
	}

	private void post(PostLoad load) throws InterruptedException {
		var _ = load.atRate(CONNECTIONS, Duration.ofSeconds(this.seconds), this.rate);
	}

	private static void phase(String name, MeasuredParley parley, OpenStreams readers, Phase phase, PrintWriter out)
			throws InterruptedException {
		long pid = parley.installation().commentService().pid();
		Usage before = Usage.of(pid);
		long eventsBefore = readers.events();
		long begin = System.nanoTime();
		phase.run();
		double elapsed = (System.nanoTime() - begin) / 1e9;
		Usage after = Usage.of(pid);
		say(out, String.format(Locale.ROOT, "%-28s %d MB, %.0f %% of a processor, %.0f events/s read (%s)", name,
				after.residentMegabytes(), after.cpu().minus(before.cpu()).toNanos() / 1e7 / elapsed,
				(readers.events() - eventsBefore) / elapsed, Machine.load()));
	}

	private static void say(PrintWriter out, String line) {
		out.println(line);
		out.flush();
	}

	private interface Phase {

		void run() throws InterruptedException;

	}

}
