package io.parley.benchmarks;

import java.util.concurrent.TimeUnit;

import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Scoring one comment after the other for all heads. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModelScore {

	@Benchmark
	public int floor(TextFind.Comments comments, TextFind.Floor floor) {
		return floor.pass.fold(comments.next());
	}

	@Benchmark
	public double score(TextFind.Comments comments, Scorer scorer) {
		scorer.model.score(comments.next(), scorer.probabilities);
		return scorer.probabilities[0];
	}

	/** The model that is shipped. */
	@State(Scope.Thread)
	public static class Scorer {

		private final Model model = Model.shipped();

		private final double[] probabilities = new double[Head.values().length];

	}

}
