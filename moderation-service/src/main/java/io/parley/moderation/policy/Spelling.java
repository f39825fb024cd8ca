package io.parley.moderation.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Guesses what a misspelled name was meant to be. */
final class Spelling {

	private Spelling() {
	}

	/** A suggestion, or null if nothing is near. */
	static @Nullable String suggest(String word, Collection<String> known) {
		String lower = word.toLowerCase(Locale.ROOT);
		return known.stream()
			.filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3))
			.min(Comparator.comparingInt((String candidate) -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
				.thenComparing(Comparator.naturalOrder()))
			.map(candidate -> "did you mean \"" + candidate + "\"?")
			.orElse(null);
	}

	/** Edits of one letter, two letters swapped being one edit. */
	static int distance(String left, String right) {
		int[][] cost = new int[left.length() + 1][right.length() + 1];
		for (int i = 0; i <= left.length(); i++) {
			for (int j = 0; j <= right.length(); j++) {
				if (i == 0 || j == 0) {
					cost[i][j] = i + j;
					continue;
				}
				boolean same = left.charAt(i - 1) == right.charAt(j - 1);
				int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
				if (i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2)
						&& left.charAt(i - 2) == right.charAt(j - 1)) {
					best = Math.min(best, cost[i - 2][j - 2] + 1);
				}
				cost[i][j] = best;
			}
		}
		return cost[left.length()][right.length()];
	}

}
