package io.parley.moderation.policy;

import java.util.Map;

import io.parley.moderation.text.DomainIndex;
import io.parley.moderation.text.TermIndex;
import io.parley.moderation.text.TermList;

/** The lists of a policy, by name, and their indexes. */
record Vocabulary(Map<String, TermList> lists, TermIndex terms, DomainIndex domains) {

	static Vocabulary of(Map<String, TermList> lists) {
		Map<String, TermList> copy = Map.copyOf(lists);
		return new Vocabulary(copy, TermIndex.of(copy.values()), new DomainIndex(copy.values()));
	}

}
