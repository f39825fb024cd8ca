package io.parley.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.results.RunResult;

/**
 * How long finding took in one round, and how many times as long as a plain pass over the
 * same text in the same round.
 *
 * @param nanoseconds by name
 * @param floors of the same names
 */
record Ratios(Map<String, Double> nanoseconds, Map<String, Double> floors) {

	private static final String ROW = "%-28s %14s %14s %8s %8s%n";

	static Ratios of(Collection<RunResult> results) {
		Map<String, Double> scores = new TreeMap<>();
		for (RunResult result : results) {
			String name = result.getParams().getBenchmark();
			StringBuilder key = new StringBuilder(name.substring(name.lastIndexOf('.') + 1));
			for (String parameter : result.getParams().getParamsKeys()) {
				key.append(' ').append(result.getParams().getParam(parameter));
			}
			scores.put(key.toString(), result.getPrimaryResult().getStatistics().getPercentile(50));
		}
		Map<String, Double> found = new TreeMap<>();
		Map<String, Double> floors = new TreeMap<>();
		scores.forEach((name, score) -> {
			if (name.startsWith("find")) {
				found.put(name, score);
				floors.put(name, scores.getOrDefault("floor", Double.NaN));
			}
			else if (name.startsWith("worstFind")) {
				String text = name.replace("worstFind ", "");
				found.put(text, score);
				floors.put(text, scores.getOrDefault("worstFloor " + text, Double.NaN));
			}
		});
		return new Ratios(found, floors);
	}

	/** The middle of several rounds, with what is aimed at. */
	static String table(List<Ratios> rounds) {
		StringBuilder table = new StringBuilder(ROW.formatted("", "ns", "floor", "ratio", "goal"));
		for (String name : rounds.getFirst().nanoseconds.keySet()) {
			double found = middle(rounds.stream().map(round -> round.time(name)).toList());
			double floor = middle(rounds.stream().map(round -> round.floor(name)).toList());
			double ratio = middle(rounds.stream().map(round -> round.time(name) / round.floor(name)).toList());
			table.append(ROW.formatted(name, whole(found), whole(floor), String.format(Locale.ROOT, "%.1f", ratio),
					goal(name)));
		}
		return table.toString();
	}

	private double time(String name) {
		return this.nanoseconds.getOrDefault(name, Double.NaN);
	}

	private double floor(String name) {
		return this.floors.getOrDefault(name, Double.NaN);
	}

	private static double middle(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
	}

	private static String whole(double nanoseconds) {
		return String.format(Locale.ROOT, "%.0f", nanoseconds);
	}

	private static String goal(String name) {
		return switch (name) {
			case "find 1000" -> "8";
			case "find 10000" -> "14";
			case "find 100000" -> "20";
			default -> name.startsWith("find") ? "" : "12";
		};
	}

}
