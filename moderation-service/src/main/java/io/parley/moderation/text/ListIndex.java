package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the terms of lists of any kind but domains. */
final class ListIndex implements TermIndex {

	private final FoldedIndex folded;

	private final WordIndex words;

	private final SubstringIndex substrings;

	ListIndex(Collection<TermList> lists) {
		List<FoldedTerm> terms = new ArrayList<>();
		for (TermList list : lists) {
			if (list.matching() == Matching.FOLDED) {
				for (String term : list.terms()) {
					FoldedTerm folded = FoldedTerm.of(list.name(), term);
					if (folded != null) {
						terms.add(folded);
					}
				}
			}
		}
		this.folded = new FoldedIndex(terms);
		this.words = new WordIndex(lists);
		this.substrings = new SubstringIndex(lists);
	}

	@Override
	public List<TermHit> find(String text) {
		Scan scan = Scan.start();
		if (!this.folded.isEmpty()) {
			this.folded.find(text, scan);
		}
		List<TermHit> hits = scan.hits();
		hits.addAll(this.words.find(text));
		hits.addAll(this.substrings.find(text));
		return hits.isEmpty() ? List.of() : distinct(hits);
	}

	/** One term that is found from one place in several ways is one hit, the longest. */
	private static List<TermHit> distinct(List<TermHit> hits) {
		hits.sort(TermHit.IN_TEXT);
		List<TermHit> distinct = new ArrayList<>();
		for (TermHit hit : hits) {
			boolean known = false;
			for (int i = distinct.size() - 1; i >= 0 && distinct.get(i).start() == hit.start(); i--) {
				known |= distinct.get(i).term().equals(hit.term()) && distinct.get(i).list().equals(hit.list());
			}
			if (!known) {
				distinct.add(hit);
			}
		}
		return List.copyOf(distinct);
	}

}
