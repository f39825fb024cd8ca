package io.parley.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.management.ThreadMXBean;
import io.parley.moderation.text.TermIndex;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code ./parley bench text}: the figures of finding terms, as a table at the end. */
final class TextBench {

	private static final int MANY = 100_000;

	/** The middle one counts. */
	private static final int ROUNDS = 3;

	private TextBench() {
	}

	/** Measures in processes of their own, several times, and prints. */
	static void run() throws RunnerException, IOException {
		Options options = new OptionsBuilder().include(TextFind.class.getName() + ".*")
			.forks(1)
			.warmupIterations(2)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(3)
			.measurementTime(TimeValue.milliseconds(300))
			.verbosity(VerboseMode.SILENT)
			.jvmArgsAppend("-Xmx2g", "-D" + TextData.TERMS + "=" + System.getProperty(TextData.TERMS, ""),
					"-D" + TextData.COMMENTS + "=" + System.getProperty(TextData.COMMENTS, ""))
			.build();
		List<Ratios> rounds = new ArrayList<>();
		for (int round = 1; round <= ROUNDS; round++) {
			System.err.println("Round " + round + " of " + ROUNDS);
			rounds.add(Ratios.of(new Runner(options).run()));
		}
		System.out.println(Ratios.table(rounds));
		printMemory();
	}

	private static void printMemory() throws IOException {
		List<String> comments = TextData.comments();
		double best = Double.MAX_VALUE;
		List<TermIndex> built = new ArrayList<>();
		// The first also reads what all indexes share.
		TextFind.index(MANY);
		long before = used();
		for (int i = 0; i < 3; i++) {
			built.clear();
			long start = System.nanoTime();
			built.add(TextFind.index(MANY));
			best = Math.min(best, (System.nanoTime() - start) / 1e9);
		}
		long retained = used() - before;
		TermIndex index = built.getFirst();
		List<String> without = comments.stream().filter(comment -> index.find(comment).isEmpty()).toList();
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long allocated = Long.MAX_VALUE;
		for (int round = 0; round < 5; round++) {
			long start = threads.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < without.size(); i++) {
				index.find(without.get(i));
			}
			allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - start);
		}
		System.out.println(String.format(Locale.ROOT, "%d terms: built in %.2f s, %.1f MB with the terms themselves",
				MANY, best, retained / 1e6));
		System.out.println(String.format(Locale.ROOT, "%d comments without hits: %.2f bytes allocated for each",
				without.size(), (double) allocated / Math.max(1, without.size())));
	}

	/** Bytes in use after what is garbage is gone. */
	private static long used() {
		Runtime runtime = Runtime.getRuntime();
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
