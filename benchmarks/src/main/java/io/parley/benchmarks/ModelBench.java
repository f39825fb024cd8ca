package io.parley.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import com.sun.management.ThreadMXBean;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code ./parley bench model}: the figures of the classifier, in a line at the end. */
final class ModelBench {

	private ModelBench() {
	}

	/** Measures in a process of its own, and prints. */
	static void run() throws RunnerException, IOException {
		Options options = new OptionsBuilder().include(ModelScore.class.getName() + ".*")
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(3)
			.measurementTime(TimeValue.seconds(1))
			.jvmArgsAppend("-D" + TextData.COMMENTS + "=" + System.getProperty(TextData.COMMENTS, ""))
			.build();
		Collection<RunResult> results = new Runner(options).run();
		double floor = score(results, "floor");
		double score = score(results, "score");
		System.out.println();
		System.out.println(
				String.format(Locale.ROOT,
						"model: %.0f comments/s on one core, %.0f ns each, %.1f times the floor of %.0f ns,"
								+ " %.2f bytes allocated for each",
						1e9 / score, score, score / floor, floor, allocated()));
	}

	private static double score(Collection<RunResult> results, String name) {
		return results.stream()
			.filter(result -> result.getParams().getBenchmark().endsWith("." + name))
			.mapToDouble(result -> result.getPrimaryResult().getScore())
			.findFirst()
			.orElse(Double.NaN);
	}

	private static double allocated() throws IOException {
		List<String> comments = TextData.comments();
		Model model = Model.shipped();
		double[] probabilities = new double[Head.values().length];
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long least = Long.MAX_VALUE;
		for (int round = 0; round < 5; round++) {
			long start = threads.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < comments.size(); i++) {
				model.score(comments.get(i), probabilities);
			}
			least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
		}
		return (double) least / comments.size();
	}

}
