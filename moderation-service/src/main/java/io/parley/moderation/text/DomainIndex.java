package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the links whose host, or a domain above it, is in a list of domains. Built once;
 * immutable and thread-safe.
 */
public final class DomainIndex {

	private final Map<String, List<Entry>> entries = new HashMap<>();

	public DomainIndex(Collection<TermList> lists) {
		for (TermList list : lists) {
			if (list.matching() == Matching.DOMAIN) {
				for (String term : list.terms()) {
					this.entries.computeIfAbsent(Matching.DOMAIN.normalize(term), domain -> new ArrayList<>(1))
						.add(new Entry(list.name(), term, exceptions(list.optionsOf(term))));
				}
			}
		}
	}

	/** All listed links, in order of position. */
	public List<TermHit> find(List<Link> links) {
		List<TermHit> hits = new ArrayList<>();
		for (Link link : links) {
			collect(link, hits);
		}
		hits.sort(TermHit.IN_TEXT);
		return List.copyOf(hits);
	}

	private void collect(Link link, List<TermHit> hits) {
		String domain = link.host();
		int dot;
		do {
			for (Entry entry : this.entries.getOrDefault(domain, List.of())) {
				if (entry.exceptions().stream().noneMatch(spared -> isAtOrBelow(link.host(), spared))) {
					hits.add(new TermHit(entry.list(), entry.term(), link.start(), link.end()));
				}
			}
			dot = domain.indexOf('.');
			domain = domain.substring(dot + 1);
		}
		while (dot >= 0);
	}

	private static List<String> exceptions(TermOptions options) {
		return options.exceptions().stream().map(Matching.DOMAIN::normalize).toList();
	}

	private static boolean isAtOrBelow(String host, String domain) {
		return host.equals(domain) || host.endsWith("." + domain);
	}

	private record Entry(String list, String term, List<String> exceptions) {
	}

}
