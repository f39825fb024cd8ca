package io.parley.local.model;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Disguises words of a text. */
final class Disguise {

	private Disguise() {
	}

	/** The text with all words disguised that are chosen, in small letters. */
	static String words(String text, Predicate<String> chosen, Attack attack, RandomGenerator random) {
		StringBuilder disguised = new StringBuilder();
		int begin = -1;
		for (int i = 0; i <= text.length(); i++) {
			boolean inside = i < text.length()
					&& (Character.isLetter(text.charAt(i)) || (begin >= 0 && text.charAt(i) == '\''));
			if (inside) {
				begin = (begin < 0) ? i : begin;
				continue;
			}
			if (begin >= 0) {
				String word = text.substring(begin, i);
				disguised.append(chosen.test(word.toLowerCase(Locale.ROOT)) ? attack.apply(word, random) : word);
				begin = -1;
			}
			if (i < text.length()) {
				disguised.append(text.charAt(i));
			}
		}
		return disguised.toString();
	}

}
