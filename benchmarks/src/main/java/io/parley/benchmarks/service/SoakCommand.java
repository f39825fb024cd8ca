package io.parley.benchmarks.service;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import io.parley.benchmarks.Machine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./parley bench soak}. */
@Command(name = "soak", mixinStandardHelpOptions = true,
		description = "Posts comments at a steady rate, and says each minute what memory each process has.")
public final class SoakCommand implements Callable<Integer> {

	/** Growth of the last third over the middle one, in percent, that is none. */
	private static final int FLAT_PERCENT = 5;

	private static final int CONNECTIONS = 32;

	@Option(names = "--rate", paramLabel = "N", defaultValue = "300",
			description = "comments a second (${DEFAULT-VALUE}); 0 for as many as are taken")
	private double rate;

	@Option(names = "--minutes", paramLabel = "N", defaultValue = "20", description = "(${DEFAULT-VALUE})")
	private int minutes;

	@Option(names = "--before", paramLabel = "N", defaultValue = "0",
			description = "so many comments are posted as fast as they are taken, before the minutes that count "
					+ "(${DEFAULT-VALUE})")
	private long before;

	@Option(names = "--jvm", paramLabel = "OPTION", description = "more options of the services' JVMs")
	private List<String> jvm = List.of();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws InterruptedException {
		if (!(this.rate >= 0) || this.minutes < 1 || this.before < 0) {
			throw new ParameterException(this.spec.commandLine(),
					"--rate and --before must not be negative, --minutes must be at least 1");
		}
		PrintWriter out = this.spec.commandLine().getOut();
		say(out, Machine.describe());
		Map<String, List<Long>> memory = new LinkedHashMap<>();
		try (MeasuredParley parley = MeasuredParley.start(this.jvm)) {
			PostLoad load = new PostLoad(URI.create(parley.runFile().commentsUrl()), parley.runFile().platformKey());
			Map<String, Usage> last = parley.processes();
			long all = 0;
			for (int minute = 1, counted = 0; counted < this.minutes; minute++) {
				boolean counts = all >= this.before;
				Posted posted = load.atRate(CONNECTIONS, Duration.ofMinutes(1), counts ? this.rate : 0);
				all += posted.latencies().getTotalCount();
				Map<String, Usage> now = parley.processes();
				say(out, "minute %d: %s, %d in all; %s (%s)".formatted(minute, posted, all, describe(last, now, posted),
						Machine.load()));
				if (counts) {
					counted++;
					now.forEach((name, usage) -> memory.computeIfAbsent(name, _ -> new ArrayList<>())
						.add(usage.residentMegabytes()));
				}
				last = now;
			}
		}
		memory.forEach((name, megabytes) -> say(out, name + ": " + verdict(megabytes)));
		return 0;
	}

	private static String describe(Map<String, Usage> before, Map<String, Usage> now, Posted posted) {
		List<String> parts = new ArrayList<>();
		now.forEach((name, usage) -> {
			Duration cpu = usage.cpu().minus(before.getOrDefault(name, usage).cpu());
			parts.add(String.format(Locale.ROOT, "%s %d MB %.2f ms CPU/comment", name, usage.residentMegabytes(),
					cpu.toNanos() / 1e6 / Math.max(1, posted.latencies().getTotalCount())));
		});
		return String.join(", ", parts);
	}

	private static String verdict(List<Long> megabytes) {
		int third = megabytes.size() / 3;
		if (third == 0) {
			return "too short to say";
		}
		double middle = average(megabytes.subList(third, 2 * third));
		double last = average(megabytes.subList(megabytes.size() - third, megabytes.size()));
		double growth = 100 * (last / middle - 1);
		return String.format(Locale.ROOT, "%s, %.0f MB in the middle third, %.0f MB in the last (%+.1f %%)",
				(growth <= FLAT_PERCENT) ? "flat" : "GROWS", middle, last, growth);
	}

	private static double average(List<Long> values) {
		return values.stream().mapToLong(Long::longValue).average().orElse(0);
	}

	private static void say(PrintWriter out, String line) {
		out.println(line);
		out.flush();
	}

}
