package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.parley.contract.Hit;
import io.parley.moderation.text.Evasion;
import io.parley.moderation.text.Quotations;
import io.parley.moderation.text.Sentences;
import io.parley.moderation.text.Stretch;
import io.parley.moderation.text.TermHit;
import org.jspecify.annotations.Nullable;

/**
 * The terms of all lists that are in one text, and how they stand to each other: each
 * thing is looked at when it is first asked for, and only once. For one thread.
 */
final class FoundTerms {

	/** Neither letters written again and again nor words without a gap hide anything. */
	private static final Set<Evasion> OPEN = Set.of(Evasion.NONE, Evasion.REPEATED, Evasion.GLUED);

	private final String text;

	private final List<TermHit> hits;

	private final Map<String, List<Hit.Span>> byList;

	private final Map<String, List<Hit.Span>> said = new HashMap<>();

	private final Map<Phrase, List<Hit.Span>> phrases = new HashMap<>();

	private @Nullable List<Stretch> quotations;

	private @Nullable Sentences sentences;

	FoundTerms(String text, List<TermHit> hits) {
		this.text = text;
		this.hits = hits;
		this.byList = byList(hits);
	}

	/** The terms of a list in order of their place. */
	List<Hit.Span> of(String list) {
		return this.byList.getOrDefault(list, List.of());
	}

	/** Those that the text hides. */
	List<Hit.Span> disguised(String list) {
		return byList(
				this.hits.stream().filter(hit -> !OPEN.contains(hit.evasion()) && hit.list().equals(list)).toList())
			.getOrDefault(list, List.of());
	}

	/** Those that are not quoted. */
	List<Hit.Span> said(String list) {
		if (!this.byList.containsKey(list)) {
			return List.of();
		}
		List<Hit.Span> known = this.said.get(list);
		if (known == null) {
			known = of(list).stream().filter(span -> !isQuoted(span)).toList();
			this.said.put(list, known);
		}
		return known;
	}

	/**
	 * The terms of all phrases.
	 * @param lists names, in the order of the text
	 */
	List<Hit.Span> phrase(List<?> lists, long gap, String against, boolean said) {
		// Most texts have no term of most lists.
		for (int i = 0; i < lists.size(); i++) {
			if (!this.byList.containsKey(String.valueOf(lists.get(i)))) {
				return List.of();
			}
		}
		Phrase phrase = new Phrase(lists, gap, against, said);
		List<Hit.Span> known = this.phrases.get(phrase);
		if (known == null) {
			known = find(phrase);
			this.phrases.put(phrase, known);
		}
		return known;
	}

	private List<Hit.Span> find(Phrase phrase) {
		List<List<Hit.Span>> lists = new ArrayList<>();
		for (String list : phrase.lists()) {
			List<Hit.Span> spans = phrase.said() ? said(list) : of(list);
			if (spans.isEmpty()) {
				return List.of();
			}
			lists.add(spans);
		}
		if (this.sentences == null) {
			this.sentences = Sentences.of(this.text);
		}
		List<Hit.Span> against = phrase.against().isEmpty() ? List.of() : of(phrase.against());
		return new Phrases(this.sentences, phrase.gap()).find(lists, against);
	}

	private boolean isQuoted(Hit.Span span) {
		if (this.quotations == null) {
			this.quotations = Quotations.in(this.text);
		}
		int low = 0;
		int high = this.quotations.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.quotations.get(middle).start() <= span.start()) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low > 0 && span.end() <= this.quotations.get(low - 1).end();
	}

	/** By the name of the list, in order of their place. */
	static Map<String, List<Hit.Span>> byList(List<TermHit> hits) {
		Map<String, List<Hit.Span>> lists = new HashMap<>();
		for (TermHit hit : hits) {
			lists.computeIfAbsent(hit.list(), list -> new ArrayList<>())
				.add(new Hit.Span("body", hit.start(), hit.end(), hit.list(), hit.term()));
		}
		return lists;
	}

}
