package io.parley.local.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

import io.parley.local.command.Checkout;
import io.parley.local.table.CommentTable;
import io.parley.local.table.Extent;
import io.parley.local.up.RunFile;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley replay}: sends a file of comments through a running Parley. */
@Command(name = "replay", mixinStandardHelpOptions = true,
		description = { "Sends a file of comments to the Parley that runs here and waits for the decisions.",
				"The comments keep their distances in time; the latest is made to be of now." })
public final class ReplayCommand implements Callable<Integer> {

	/** As fast as the broker is measured at most, so that no queue is measured. */
	private static final double BROKER_RATE = 200;

	@Parameters(paramLabel = "FILE", description = "comments as tab-separated values")
	private Path comments = Path.of("");

	@Option(names = "--authors", paramLabel = "FILE", description = "authors as they were before the first comment")
	private @Nullable Path authors;

	@Option(names = "--out", paramLabel = "FILE",
			description = "one decision a line, as JSON, with the ids of the file")
	private @Nullable Path decisions;

	@ArgGroup
	private Speed speed = new Speed();

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080",
			description = "which Parley: the port of its comment service (${DEFAULT-VALUE})")
	private int portBase;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws InterruptedException {
		if (!speed.max && !(speed.rate > 0)) {
			throw new ParameterException(spec.commandLine(), "--rate must be greater than 0");
		}
		PrintWriter out = spec.commandLine().getOut();
		RunFile running = RunFile.read(Checkout.folder(), portBase);
		Extent extent = CommentTable.extent(comments);
		Instant base = extent.baseThatEndsAt(Instant.now().truncatedTo(ChronoUnit.MILLIS));
		Histogram broker = BrokerRoundTrip.measure(running.bootstrapServers(),
				speed.max ? BROKER_RATE : Math.min(speed.rate, BROKER_RATE));
		Tally tally = new Tally();
		long failed = replay(running, extent.comments(), base, tally);
		Result result = tally.result();
		print(out, result, broker);
		return failed == 0 && result.sent() == result.decided() ? 0 : 1;
	}

	/** Returns how many rows failed. */
	private long replay(RunFile running, long total, Instant base, Tally tally) throws InterruptedException {
		try (CommentService service = new CommentService(running);
				DecisionFile file = DecisionFile.open(decisions);
				Progress progress = new Progress(total)) {
			Replay replay = new Replay(service, tally, progress::say);
			if (authors != null) {
				replay.tell(authors, base);
			}
			try (DecisionFeed feed = DecisionFeed.open(running.bootstrapServers(), tally)) {
				tally.onDecided((row, decision, first) -> {
					file.write(row, decision);
					if (first) {
						progress.step();
					}
				});
				replay.warmUp();
				replay.send(comments, base, speed.max ? Pace.unbounded() : Pace.of(speed.rate));
				feed.failure().ifPresent(failure -> progress.say("The decisions can no longer be read: " + failure));
			}
			return replay.failed();
		}
	}

	private static void print(PrintWriter out, Result result, Histogram broker) {
		out.println();
		out.print(result.verdicts().render());
		if (result.verdicts().compares()) {
			out.println();
			out.println(result.verdicts().summary());
		}
		out.println();
		if (result.sent() > result.decided()) {
			out.println("missing: " + (result.sent() - result.decided()) + " decisions did not come in time");
		}
		if (result.again() > 0) {
			out.println("decided again: " + result.again() + "; the last verdict of each comment counts");
		}
		out.println("broker " + Result.percentiles(broker));
		out.println(result.summary());
		out.flush();
	}

	/** How fast to send. */
	static final class Speed {

		@Option(names = "--rate", paramLabel = "N", defaultValue = "50",
				description = "comments per second (${DEFAULT-VALUE})")
		private double rate = 50;

		@Option(names = "--max", description = "as fast as the service takes them")
		private boolean max;

	}

}
