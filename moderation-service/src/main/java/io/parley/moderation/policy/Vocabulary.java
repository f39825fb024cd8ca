package io.parley.moderation.policy;

import java.util.List;
import java.util.Map;

import io.parley.moderation.text.DomainIndex;
import io.parley.moderation.text.TermIndex;
import io.parley.moderation.text.TermList;

/**
 * The lists of a policy, by name, and their indexes.
 *
 * @param regions in whose form telephone numbers are, if they have no country code
 */
record Vocabulary(Map<String, TermList> lists, TermIndex terms, DomainIndex domains, List<String> regions) {

	static Vocabulary of(Map<String, TermList> lists, List<String> regions) {
		Map<String, TermList> copy = Map.copyOf(lists);
		return new Vocabulary(copy, TermIndex.of(copy.values()), new DomainIndex(copy.values()), List.copyOf(regions));
	}

}
