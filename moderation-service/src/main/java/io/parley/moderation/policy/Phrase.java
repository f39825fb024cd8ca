package io.parley.moderation.policy;

import java.util.List;

/**
 * What a condition looks for by {@code phrase}.
 *
 * @param lists names, in the order of the text
 * @param gap the most words between two terms
 * @param against the list whose terms speak against a phrase; empty if there is none
 * @param said whether what is quoted does not count
 */
record Phrase(List<String> lists, int gap, String against, boolean said) {

	/** As conditions name it. */
	Phrase(List<?> lists, long gap, String against, boolean said) {
		this(lists.stream().map(String::valueOf).toList(), Math.toIntExact(gap), against, said);
	}

}
