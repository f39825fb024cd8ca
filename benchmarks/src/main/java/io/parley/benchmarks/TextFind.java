package io.parley.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermIndex;
import io.parley.moderation.text.TermList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding terms in one comment after the other, and in the worst of inputs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextFind {

	@Benchmark
	public int floor(Comments comments, Floor floor) {
		return floor.pass.fold(comments.next());
	}

	@Benchmark
	public int find(Comments comments, Index index) {
		return index.index.find(comments.next()).size();
	}

	@Benchmark
	public int findAllModes(Comments comments, AllModes index) {
		return index.index.find(comments.next()).size();
	}

	@Benchmark
	public int worstFloor(Worst worst, Floor floor) {
		return floor.pass.fold(worst.text);
	}

	@Benchmark
	public int worstFind(Worst worst, SmallIndex index) {
		return index.index.find(worst.text).size();
	}

	static TermIndex index(int size) throws IOException {
		return TermIndex.of(List.of(new TermList("terms", Matching.FOLDED, TextData.terms(size))));
	}

	/** The floor's memory. */
	@State(Scope.Thread)
	public static class Floor {

		final FoldTablePass pass = new FoldTablePass();

	}

	/** One comment after the other. */
	@State(Scope.Thread)
	public static class Comments {

		private List<String> comments = List.of();

		private int next;

		@Setup
		public void read() throws IOException {
			this.comments = TextData.comments();
		}

		String next() {
			this.next = (this.next + 1 < this.comments.size()) ? this.next + 1 : 0;
			return this.comments.get(this.next);
		}

	}

	/** An index of a size. */
	@State(Scope.Benchmark)
	public static class Index {

		@Param({ "1000", "10000", "100000" })
		private int terms;

		private TermIndex index = text -> List.of();

		@Setup
		public void build() throws IOException {
			this.index = index(this.terms);
		}

	}

	/** An index of a thousand terms in each mode. */
	@State(Scope.Benchmark)
	public static class AllModes {

		private TermIndex index = text -> List.of();

		@Setup
		public void build() throws IOException {
			List<String> terms = TextData.terms(1000);
			this.index = TermIndex.of(Stream.of(Matching.FOLDED, Matching.EXACT, Matching.SUBSTRING)
				.map(matching -> new TermList(matching.name(), matching, terms))
				.toList());
		}

	}

	/** An index of a thousand terms. */
	@State(Scope.Benchmark)
	public static class SmallIndex {

		private TermIndex index = text -> List.of();

		@Setup
		public void build() throws IOException {
			this.index = index(1000);
		}

	}

	/** A text that is as hard as can be. */
	@State(Scope.Benchmark)
	public static class Worst {

		@Param({ "one-letter", "near-misses", "marks", "spaced-out", "signs" })
		private String input = "";

		@Param({ "5000", "1000000" })
		private int length;

		private String text = "";

		@Setup
		public void make() throws IOException {
			List<String> terms = TextData.terms(1000);
			String part = switch (this.input) {
				case "one-letter" -> "a";
				case "near-misses" -> nearMisses(terms);
				case "marks" -> "a\u0336\u0329\u0319e\u0335\u0322\u0331";
				case "spaced-out" -> String.join(" ", nearMisses(terms).replace(" ", "").split("", -1)) + " ";
				case "signs" -> "$!@|+*_#";
				default -> throw new IllegalArgumentException(this.input);
			};
			this.text = part.repeat(this.length / part.length() + 1).substring(0, this.length);
		}

		/** Terms without their last letters. */
		private static String nearMisses(List<String> terms) {
			StringBuilder missed = new StringBuilder();
			for (String term : terms.subList(0, Math.min(100, terms.size()))) {
				missed.append(term, 0, Math.max(1, term.length() - 1)).append(' ');
			}
			return missed.toString();
		}

	}

}
