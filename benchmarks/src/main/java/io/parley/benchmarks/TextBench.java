package io.parley.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.ThreadMXBean;
import io.parley.moderation.text.TermIndex;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code ./parley bench text}: the figures of finding terms, as a table at the end. */
final class TextBench {

	private static final int MANY = 100_000;

	private TextBench() {
	}

	/** Measures in processes of their own, and prints. */
	static void run() throws RunnerException, IOException {
		Options options = new OptionsBuilder().include(TextFind.class.getName() + ".*")
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(3)
			.measurementTime(TimeValue.seconds(1))
			.jvmArgsAppend("-Xmx2g", "-D" + TextData.TERMS + "=" + System.getProperty(TextData.TERMS, ""),
					"-D" + TextData.COMMENTS + "=" + System.getProperty(TextData.COMMENTS, ""))
			.build();
		Collection<RunResult> results = new Runner(options).run();
		System.out.println();
		printMemory();
		printRatios(results);
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

	private static void printRatios(Collection<RunResult> results) {
		Map<String, Double> scores = new TreeMap<>();
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark();
			StringBuilder key = new StringBuilder(name.substring(name.lastIndexOf('.') + 1));
			for (String parameter : result.getParams().getParamsKeys()) {
				key.append(' ').append(result.getParams().getParam(parameter));
			}
			scores.put(key.toString(), result.getPrimaryResult().getScore());
		}
		double floor = scores.getOrDefault("floor", Double.NaN);
		System.out.println(String.format(Locale.ROOT, "%-34s %12s %8s", "", "ns", "ratio"));
		System.out.println(String.format(Locale.ROOT, "%-34s %12.0f %8.1f", "floor", floor, 1.0));
		scores.forEach((name, score) -> {
			if (name.startsWith("find")) {
				System.out.println(String.format(Locale.ROOT, "%-34s %12.0f %8.1f", name, score, score / floor));
			}
			else if (name.startsWith("worstFind")) {
				double worstFloor = scores.getOrDefault(name.replace("worstFind", "worstFloor"), Double.NaN);
				System.out.println(String.format(Locale.ROOT, "%-34s %12.0f %8.1f", name, score, score / worstFloor));
			}
		});
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
