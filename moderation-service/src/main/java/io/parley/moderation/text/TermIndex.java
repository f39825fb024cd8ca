package io.parley.moderation.text;

import java.util.Collection;
import java.util.List;

/**
 * Finds the terms of many lists in one pass over a text. Built once; immutable and
 * thread-safe.
 */
@FunctionalInterface
public interface TermIndex {

	/** All terms in the text, overlapping ones too, in order of position. */
	List<TermHit> find(String text);

	/** An index of all lists but those of domains, which {@link DomainIndex} looks up. */
	static TermIndex of(Collection<TermList> lists) {
		return new ListIndex(lists);
	}

}
