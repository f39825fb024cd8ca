package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Terms of whole words that are exact or not of letters alone, by the hash of their first
 * word.
 */
final class WordIndex {

	private final Map<String, List<Phrase>> folded = new HashMap<>();

	private final Map<String, List<Phrase>> exact = new HashMap<>();

	/** Signs of which each folded term has one. */
	private final BitSet signs = new BitSet();

	WordIndex(Collection<TermList> lists) {
		for (TermList list : lists) {
			switch (list.matching()) {
				case FOLDED -> add(this.folded, list, Folding::fold);
				case EXACT -> add(this.exact, list, UnaryOperator.identity());
				case SUBSTRING, DOMAIN -> {
				}
			}
		}
	}

	List<TermHit> find(String text) {
		List<TermHit> hits = new ArrayList<>();
		if (this.exact.isEmpty() && !hasSign(text)) {
			return hits;
		}
		Words words = new Words(text);
		String[] raw = new String[words.count()];
		String[] plain = new String[words.count()];
		for (int i = 0; i < words.count(); i++) {
			raw[i] = words.word(i);
			plain[i] = Folding.fold(raw[i]);
		}
		for (int i = 0; i < words.count(); i++) {
			collect(this.folded.getOrDefault(plain[i], List.of()), text, words, plain, i, hits);
			collect(this.exact.getOrDefault(raw[i], List.of()), text, words, raw, i, hits);
		}
		return hits;
	}

	private boolean hasSign(String text) {
		if (this.signs.isEmpty()) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			if (this.signs.get(text.charAt(i)) || this.signs.get(first(FoldTable.of(text.charAt(i))))) {
				return true;
			}
		}
		return false;
	}

	private static int first(String folded) {
		return folded.isEmpty() ? 0 : folded.charAt(0);
	}

	private void addSign(String term) {
		int sign = Matching.FOLDED.normalize(term)
			.chars()
			.filter(character -> FoldedTerm.of("", Character.toString(character)) == null && character != ' ')
			.findFirst()
			.orElse(' ');
		this.signs.set(sign);
	}

	private void add(Map<String, List<Phrase>> index, TermList list, UnaryOperator<String> form) {
		for (String term : list.terms()) {
			if (list.matching() == Matching.FOLDED && FoldedTerm.of(list.name(), term) != null) {
				continue;
			}
			if (list.matching() == Matching.FOLDED) {
				addSign(term);
			}
			Phrase phrase = Phrase.of(list.name(), term, form);
			if (phrase != null) {
				index.computeIfAbsent(phrase.words().getFirst(), first -> new ArrayList<>(1)).add(phrase);
			}
		}
	}

	private static void collect(List<Phrase> phrases, String text, Words words, String[] forms, int first,
			List<TermHit> hits) {
		for (Phrase phrase : phrases) {
			if (phrase.matches(text, words, forms, first)) {
				int start = words.start(first) - phrase.before().length();
				int end = words.end(first + phrase.words().size() - 1) + phrase.after().length();
				hits.add(new TermHit(phrase.list(), phrase.term(), start, end));
			}
		}
	}

}
