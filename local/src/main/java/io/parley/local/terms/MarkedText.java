package io.parley.local.terms;

import java.util.List;

import io.parley.moderation.text.TermHit;

/** A text with brackets around what was found in it. */
final class MarkedText {

	private MarkedText() {
	}

	static String of(String text, List<TermHit> hits) {
		StringBuilder marked = new StringBuilder();
		int done = 0;
		for (TermHit hit : hits) {
			if (hit.start() >= done) {
				marked.append(text, done, hit.start()).append("[[").append(text, hit.start(), hit.end()).append("]]");
				done = hit.end();
			}
		}
		return marked.append(text, done, text.length()).toString();
	}

}
