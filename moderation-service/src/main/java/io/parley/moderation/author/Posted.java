package io.parley.moderation.author;

import io.parley.moderation.text.Sketch;

/**
 * What is kept of one of an author's latest comments.
 *
 * @param at epoch milliseconds
 * @param comment hash of its id
 * @param thread hash of the thread's id
 * @param links in it, at most {@value #MOST_LINKS}
 * @param text {@value #SKETCH} bytes, or none where there are no words
 */
record Posted(long at, int comment, int thread, int links, Sketch text) {

	static final int MOST_LINKS = 255;

	static final int SKETCH = 32;

	/** Texts of which this share of word pairs is the same are the same text. */
	private static final double SAME = 0.7;

	boolean repeats(Posted other) {
		return text.similarity(other.text) >= SAME;
	}

}
