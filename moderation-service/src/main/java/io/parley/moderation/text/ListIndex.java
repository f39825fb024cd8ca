package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the terms of lists of any kind but domains. */
final class ListIndex implements TermIndex {

	/** Among how many hits before it another is looked for that has the same term. */
	static final int NEAR = 32;

	private final FoldedIndex folded;

	private final PlainIndex exact;

	private final PlainIndex plain;

	private final Exceptions exceptions;

	ListIndex(Collection<TermList> lists) {
		List<FoldedTerm> terms = new ArrayList<>();
		for (TermList list : lists) {
			if (list.matching() == Matching.FOLDED) {
				for (String term : list.terms()) {
					FoldedTerm folded = FoldedTerm.of(list.name(), term);
					if (folded != null) {
						terms.add(list.optionsOf(term).keepsAccents() ? folded.keepingAccents() : folded);
					}
				}
			}
		}
		this.folded = new FoldedIndex(terms);
		this.exact = PlainIndex.ofExact(lists);
		this.plain = PlainIndex.ofFolded(lists);
		this.exceptions = new Exceptions(lists);
	}

	@Override
	public List<TermHit> find(String text) {
		Scan scan = Scan.start();
		if (!this.folded.isEmpty()) {
			this.folded.find(text, scan);
		}
		List<TermHit> hits = scan.hits();
		this.exact.find(text, hits);
		this.plain.find(text, hits);
		return hits.isEmpty() ? List.of() : this.exceptions.spare(text, distinct(hits));
	}

	/**
	 * One term that is found in one place in several ways is one hit, the longest: what
	 * is inside a hit of the same term is none of its own.
	 */
	static List<TermHit> distinct(List<TermHit> hits) {
		hits.sort(TermHit.IN_TEXT);
		List<TermHit> distinct = new ArrayList<>(hits.size());
		for (TermHit hit : hits) {
			boolean known = false;
			int nearest = Math.max(0, distinct.size() - NEAR);
			for (int i = distinct.size() - 1; i >= nearest; i--) {
				TermHit other = distinct.get(i);
				known |= hit.end() <= other.end() && other.term().equals(hit.term()) && other.list().equals(hit.list());
			}
			if (!known) {
				distinct.add(hit);
			}
		}
		return List.copyOf(distinct);
	}

}
