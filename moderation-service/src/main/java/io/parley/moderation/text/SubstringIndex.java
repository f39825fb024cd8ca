package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms that may stand anywhere, by their first two folded characters. Terms of whole
 * words that have no word in them, such as emoji, are here too.
 */
final class SubstringIndex {

	private final Map<Integer, List<Entry>> entries = new HashMap<>();

	SubstringIndex(Collection<TermList> lists) {
		for (TermList list : lists) {
			for (String term : list.terms()) {
				if (list.matching() == Matching.SUBSTRING
						|| (list.matching() != Matching.DOMAIN && new Words(term).count() == 0)) {
					add(list, term);
				}
			}
		}
	}

	List<TermHit> find(String text) {
		List<TermHit> hits = new ArrayList<>();
		if (this.entries.isEmpty()) {
			return hits;
		}
		FoldedText folded = new FoldedText(text);
		for (int i = 0; i < folded.length(); i++) {
			collect(folded, i, this.entries.getOrDefault(key(folded.charAt(i), 0), List.of()), hits);
			if (i + 1 < folded.length()) {
				collect(folded, i, this.entries.getOrDefault(key(folded.charAt(i), folded.charAt(i + 1)), List.of()),
						hits);
			}
		}
		return hits;
	}

	private void add(TermList list, String term) {
		String folded = Matching.SUBSTRING.normalize(term);
		if (!folded.isEmpty()) {
			int key = key(folded.charAt(0), (folded.length() > 1) ? folded.charAt(1) : 0);
			this.entries.computeIfAbsent(key, first -> new ArrayList<>(1)).add(new Entry(list.name(), term, folded));
		}
	}

	private static void collect(FoldedText text, int at, List<Entry> candidates, List<TermHit> hits) {
		for (Entry entry : candidates) {
			if (text.startsWith(entry.folded(), at)) {
				int last = at + entry.folded().length() - 1;
				hits.add(new TermHit(entry.list(), entry.term(), text.start(at), text.end(last)));
			}
		}
	}

	private static int key(int first, int second) {
		return first << 16 | second;
	}

	private record Entry(String list, String term, String folded) {
	}

}
