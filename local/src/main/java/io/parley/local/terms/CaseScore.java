package io.parley.local.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.parley.local.table.CaseRow;
import io.parley.moderation.text.TermHit;

/** Counts cases that were judged rightly, class by class. Not thread-safe. */
final class CaseScore {

	private final Map<String, Count> classes = new LinkedHashMap<>();

	private final Count wanted = new Count();

	private final Count innocent = new Count();

	/** Counts one case; whether it was judged rightly. */
	boolean count(CaseRow row, List<TermHit> hits) {
		boolean found = row.expected()
				? hits.stream().anyMatch(hit -> row.term().isEmpty() || hit.term().equals(row.term()))
				: !hits.isEmpty();
		boolean right = found == row.expected();
		this.classes.computeIfAbsent(row.kind(), kind -> new Count()).add(right);
		(row.expected() ? this.wanted : this.innocent).add(right);
		return right;
	}

	/** One line per class, in the order of the file. */
	String table() {
		StringBuilder table = new StringBuilder("%-28s %7s %7s %8s%n".formatted("class", "cases", "right", "share"));
		this.classes.forEach((kind, count) -> table.append(
				String.format(Locale.ROOT, "%-28s %7d %7d %8.4f%n", kind, count.cases, count.right, count.share())));
		return table.toString();
	}

	/** The share of terms found, and of innocent texts in which something was found. */
	String summary() {
		return String.format(Locale.ROOT, "recall=%.3f fp=%.4f cases=%d", this.wanted.share(),
				1 - this.innocent.share(), this.wanted.cases + this.innocent.cases);
	}

	private static final class Count {

		private long cases;

		private long right;

		void add(boolean isRight) {
			this.cases++;
			this.right += isRight ? 1 : 0;
		}

		double share() {
			return this.cases == 0 ? 1 : (double) this.right / this.cases;
		}

	}

}
