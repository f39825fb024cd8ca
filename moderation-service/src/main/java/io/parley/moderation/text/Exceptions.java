package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The words and phrases in which terms do not count. Looked for only where terms were
 * found. Immutable and thread-safe.
 */
final class Exceptions {

	private final PlainIndex index;

	private final boolean any;

	Exceptions(Collection<TermList> lists) {
		this.index = PlainIndex.ofExceptions(lists);
		this.any = lists.stream()
			.flatMap(list -> list.options().values().stream())
			.anyMatch(options -> !options.exceptions().isEmpty());
	}

	/** The hits that are in no exception of their term. */
	List<TermHit> spare(String text, List<TermHit> hits) {
		if (!this.any || hits.isEmpty()) {
			return hits;
		}
		List<TermHit> spared = new ArrayList<>();
		this.index.find(text, spared);
		if (spared.isEmpty()) {
			return hits;
		}
		spared.sort(TermHit.IN_TEXT);
		List<TermHit> counted = new ArrayList<>();
		for (TermHit hit : hits) {
			if (!isIn(hit, spared)) {
				counted.add(hit);
			}
		}
		return List.copyOf(counted);
	}

	/** Exceptions that begin after the hit are not looked at, nor those far before. */
	private static boolean isIn(TermHit hit, List<TermHit> spared) {
		int low = 0;
		int high = spared.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (spared.get(middle).start() <= hit.start()) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		for (int i = low - 1; i >= 0 && i >= low - ListIndex.NEAR; i--) {
			TermHit exception = spared.get(i);
			if (hit.end() <= exception.end() && exception.term().equals(hit.term())
					&& exception.list().equals(hit.list())) {
				return true;
			}
		}
		return false;
	}

}
