package io.parley.local.table;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/** Counts verdicts, against the right ones where they are known. Not thread-safe. */
public final class VerdictTable {

	private final Map<Verdict, Long> all = new EnumMap<>(Verdict.class);

	/** By the right verdict. */
	private final Map<Verdict, Map<Verdict, Long>> compared = new EnumMap<>(Verdict.class);

	/** Counts one comment. */
	public void count(@Nullable Verdict expected, Verdict verdict) {
		all.merge(verdict, 1L, Long::sum);
		if (expected != null) {
			compared.computeIfAbsent(expected, _ -> new EnumMap<>(Verdict.class)).merge(verdict, 1L, Long::sum);
		}
	}

	/**
	 * Counts the next verdict of one comment.
	 * @param before the one that was counted of it, or null for the first
	 */
	public void count(@Nullable Verdict expected, @Nullable Verdict before, Verdict verdict) {
		if (before != null) {
			all.merge(before, -1L, Long::sum);
			if (expected != null) {
				compared.computeIfAbsent(expected, _ -> new EnumMap<>(Verdict.class)).merge(before, -1L, Long::sum);
			}
		}
		count(expected, verdict);
	}

	/** Whether the right verdict of any comment was known. */
	public boolean compares() {
		return !compared.isEmpty();
	}

	/** The table, ready to print; right verdicts down, verdicts across. */
	public String render() {
		StringBuilder table = new StringBuilder();
		row(table, compares() ? "expected" : "", "approve", "hold", "reject");
		if (compares()) {
			for (Verdict expected : Verdict.values()) {
				row(table, expected.name().toLowerCase(Locale.ROOT), counts(expected));
			}
		}
		row(table, "all", all);
		return table.toString();
	}

	/**
	 * What matters most in one line: right comments that were rejected or held, and wrong
	 * ones that were caught, which is held or rejected.
	 */
	public String summary() {
		return "approve: rejected=%d held=%d of %d; hold: caught=%d of %d; reject: rejected=%d caught=%d of %d"
			.formatted(of(APPROVE, REJECT), of(APPROVE, HOLD), total(APPROVE), caught(HOLD), total(HOLD),
					of(REJECT, REJECT), caught(REJECT), total(REJECT));
	}

	private long caught(Verdict expected) {
		return of(expected, HOLD) + of(expected, REJECT);
	}

	private long total(Verdict expected) {
		return of(expected, APPROVE) + caught(expected);
	}

	private long of(Verdict expected, Verdict verdict) {
		return counts(expected).getOrDefault(verdict, 0L);
	}

	private Map<Verdict, Long> counts(Verdict expected) {
		return compared.getOrDefault(expected, Map.of());
	}

	private static void row(StringBuilder table, String name, Map<Verdict, Long> counts) {
		row(table, name, counts.getOrDefault(APPROVE, 0L), counts.getOrDefault(HOLD, 0L),
				counts.getOrDefault(REJECT, 0L));
	}

	private static void row(StringBuilder table, Object... cells) {
		table.append("%-10s %10s %10s %10s%n".formatted(cells));
	}

}
