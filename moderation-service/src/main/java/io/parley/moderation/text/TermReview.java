package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what a list of terms does to ordinary words, before it is used: which it hits,
 * and which ways of hiding a term are not looked for since they are such words.
 */
public final class TermReview {

	private static final int MOST_EXAMPLES = 5;

	private final TermList list;

	private final Map<String, Set<String>> hit = new LinkedHashMap<>();

	private TermReview(TermList list) {
		this.list = list;
	}

	/** What there is to say, in the order of the terms. */
	public static List<Finding> of(TermList list) {
		if (list.matching() == Matching.DOMAIN) {
			return List.of();
		}
		TermReview review = new TermReview(list);
		review.findOrdinary();
		List<Finding> findings = new ArrayList<>();
		List<FoldedTerm> folded = new ArrayList<>();
		for (String term : list.terms()) {
			review.addHits(term, findings);
			FoldedTerm letters = (list.matching() == Matching.FOLDED) ? FoldedTerm.of(list.name(), term) : null;
			if (letters != null) {
				folded.add(list.optionsOf(term).keepsAccents() ? letters.keepingAccents() : letters);
			}
		}
		Disguises disguises = new Disguises(folded);
		folded.forEach(term -> addSpared(term, disguises.mind(term), findings));
		Map<String, Integer> order = new HashMap<>();
		list.terms().forEach(term -> order.put(term, order.size()));
		findings.sort(Comparator.comparingInt(finding -> order.getOrDefault(finding.term(), 0)));
		return List.copyOf(findings);
	}

	/** Looks for all terms in each ordinary word. */
	private void findOrdinary() {
		TermIndex index = TermIndex.of(List.of(this.list));
		OrdinaryWords.all()
			.filter(word -> word.chars().allMatch(Character::isLetter))
			.forEach(word -> index.find(word)
				.forEach(found -> this.hit.computeIfAbsent(found.term(), term -> new LinkedHashSet<>()).add(word)));
	}

	private void addHits(String term, List<Finding> findings) {
		Set<String> words = new LinkedHashSet<>(this.hit.getOrDefault(term, Set.of()));
		String itself = Matching.EXACT.normalize(term);
		words.remove(itself);
		// A phrase without its spaces is the same.
		words.remove(itself.replace(" ", ""));
		if (OrdinaryWords.isEverywhere(itself) && this.list.optionsOf(term).exceptions().isEmpty()) {
			findings.add(new Finding(term, Kind.EVERYWHERE, 1, List.of(itself)));
		}
		if (!words.isEmpty()) {
			findings.add(new Finding(term, Kind.HITS, words.size(), words.stream().limit(MOST_EXAMPLES).toList()));
		}
	}

	private static void addSpared(FoldedTerm plain, FoldedTerm minded, List<Finding> findings) {
		String spelled = plain.spelled();
		if (minded.keepsAccents() && !plain.keepsAccents()) {
			findings.add(new Finding(plain.term(), Kind.ACCENTS, 1, List.of(spelled)));
		}
		if (!minded.isReversible() && ReversedWords.mayBeReversed(plain)) {
			String backwards = new StringBuilder(spelled).reverse().toString();
			if (!backwards.equals(spelled)) {
				findings.add(new Finding(plain.term(), Kind.BACKWARDS, 1, List.of(backwards)));
			}
		}
		BitSet splits = minded.ordinarySplits();
		if (!splits.isEmpty()) {
			List<String> pairs = splits.stream()
				.mapToObj(at -> spelled.substring(0, at) + " " + spelled.substring(at))
				.limit(MOST_EXAMPLES)
				.toList();
			findings.add(new Finding(plain.term(), Kind.SPLIT, splits.cardinality(), pairs));
		}
	}

	/** What there is to say of a term. */
	public enum Kind {

		/** It is itself one of the most frequent words. */
		EVERYWHERE,
		/** It is found in ordinary words that are others. */
		HITS,
		/** Without its accents it is an ordinary word, and so not looked for. */
		ACCENTS,
		/** Backwards it is an ordinary word, and so not looked for. */
		BACKWARDS,
		/** In two pieces it is ordinary words, and so not looked for. */
		SPLIT

	}

	/**
	 * Something to say of a term.
	 *
	 * @param count how many words there are
	 * @param examples the first of them
	 */
	public record Finding(String term, Kind kind, int count, List<String> examples) {

		public Finding {
			examples = List.copyOf(examples);
		}

	}

}
