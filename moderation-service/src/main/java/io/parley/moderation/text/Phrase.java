package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A term cut into its words.
 *
 * @param words in the form in which they are compared
 * @param gaps what stands before the second and each later word
 * @param before signs before the first word, such as the dollar in {@code $100}
 * @param after signs after the last word, such as the pluses in {@code c++}
 */
record Phrase(String list, String term, List<String> words, List<String> gaps, String before, String after) {

	/** The phrase, or null if the term has no word. */
	static @Nullable Phrase of(String list, String term, UnaryOperator<String> form) {
		String spaced = Folding.singleSpaced(term);
		Words words = new Words(spaced);
		if (words.count() == 0) {
			return null;
		}
		List<String> forms = new ArrayList<>();
		List<String> gaps = new ArrayList<>();
		for (int i = 0; i < words.count(); i++) {
			forms.add(form.apply(words.word(i)));
			if (i > 0) {
				gaps.add(words.gapBefore(i));
			}
		}
		return new Phrase(list, term, List.copyOf(forms), List.copyOf(gaps), spaced.substring(0, words.start(0)),
				spaced.substring(words.end(words.count() - 1)));
	}

	boolean matches(String text, Words textWords, String[] forms, int first) {
		int size = this.words.size();
		if (first + size > textWords.count()) {
			return false;
		}
		for (int i = 1; i < size; i++) {
			if (!this.words.get(i).equals(forms[first + i])
					|| !this.gaps.get(i - 1).equals(textWords.gapBefore(first + i))) {
				return false;
			}
		}
		int start = textWords.start(first);
		return text.startsWith(this.before, start - this.before.length())
				&& text.startsWith(this.after, textWords.end(first + size - 1));
	}

}
