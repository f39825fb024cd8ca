package io.parley.local.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.parley.moderation.classifier.Head;

/** Which words speak for a text being toxic, by plain counting. */
final class Wording {

	private static final int FEWEST_TEXTS = 3;

	private final Map<String, Double> strengths = new HashMap<>();

	/** Counts the words of all examples that are known to be toxic or not. */
	Wording(List<Example> examples) {
		Map<String, int[]> counts = new HashMap<>();
		int[] texts = new int[2];
		for (Example example : examples) {
			if (example.is(Head.TOXIC) || example.isNot(Head.TOXIC)) {
				int label = example.is(Head.TOXIC) ? 1 : 0;
				texts[label]++;
				for (String word : new HashSet<>(words(example.text()))) {
					counts.computeIfAbsent(word, unseen -> new int[2])[label]++;
				}
			}
		}
		counts.forEach((word, count) -> {
			if (count[0] + count[1] >= FEWEST_TEXTS) {
				strengths.put(word,
						Math.log((count[1] + 0.5) / (texts[1] + 1.0)) - Math.log((count[0] + 0.5) / (texts[0] + 1.0)));
			}
		});
	}

	/** The logarithm of how much more often toxic texts have a word; 0 if unknown. */
	double strength(String word) {
		return strengths.getOrDefault(word, 0.0);
	}

	/** Runs of letters in small letters, with apostrophes within. */
	static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		int begin = -1;
		for (int i = 0; i <= text.length(); i++) {
			boolean inside = i < text.length()
					&& (Character.isLetter(text.charAt(i)) || (begin >= 0 && text.charAt(i) == '\''));
			if (inside && begin < 0) {
				begin = i;
			}
			else if (!inside && begin >= 0) {
				words.add(text.substring(begin, i).toLowerCase(Locale.ROOT));
				begin = -1;
			}
		}
		return words;
	}

}
