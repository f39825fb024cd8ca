package io.parley.local.terms;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.parley.moderation.text.Evasion;
import io.parley.moderation.text.TermHit;

/** Counts what was found in texts by how it was hidden. Not thread-safe. */
final class KindCount {

	private final Map<Evasion, Long> hits = new EnumMap<>(Evasion.class);

	private final Map<Evasion, Long> texts = new EnumMap<>(Evasion.class);

	private long all;

	private long withHits;

	private long notExact;

	/** Counts one text; whether something in it is not written as in the list. */
	boolean count(String text, List<TermHit> found) {
		this.all++;
		this.withHits += found.isEmpty() ? 0 : 1;
		Map<Evasion, Boolean> kinds = new EnumMap<>(Evasion.class);
		boolean other = false;
		for (TermHit hit : found) {
			this.hits.merge(hit.evasion(), 1L, Long::sum);
			kinds.put(hit.evasion(), true);
			other |= hit.evasion() != Evasion.NONE
					|| !text.substring(hit.start(), hit.end()).equalsIgnoreCase(hit.term());
		}
		kinds.keySet().forEach(kind -> this.texts.merge(kind, 1L, Long::sum));
		this.notExact += other ? 1 : 0;
		return other;
	}

	/** One line per kind that was found. */
	String table() {
		StringBuilder table = new StringBuilder("%-28s %9s %9s%n".formatted("kind", "hits", "texts"));
		this.hits.forEach((kind, count) -> table.append(String.format(Locale.ROOT, "%-28s %9d %9d%n",
				kind.name().toLowerCase(Locale.ROOT), count, this.texts.getOrDefault(kind, 0L))));
		return table.toString();
	}

	/** Texts with hits, and those with one that differs in more than case. */
	String summary() {
		return "texts=%d with-hits=%d not-exact=%d".formatted(this.all, this.withHits, this.notExact);
	}

}
