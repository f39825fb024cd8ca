package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The text that a link is shown with, in Markdown, HTML or BBCode: a domain in it is part
 * of the link, and if it is another than the link's, the link deceives.
 */
final class Captions {

	/** Longer ones are not looked at, so that the time stays linear. */
	private static final int LONGEST = 300;

	private final String text;

	private Captions(String text) {
		this.text = text;
	}

	/** The links without those that are only the text of others. */
	static List<Link> merge(String text, List<Link> links) {
		if (text.indexOf("](") < 0 && text.indexOf('=') < 0) {
			return links;
		}
		Captions captions = new Captions(text);
		List<Link> merged = new ArrayList<>();
		Set<Link> shown = new HashSet<>();
		for (int i = 0; i < links.size(); i++) {
			Link link = links.get(i);
			Range caption = captions.of(link);
			if (caption == null) {
				merged.add(link);
				continue;
			}
			boolean differs = false;
			for (Link inCaption : within(caption, links, i)) {
				differs |= !inCaption.domain().equals(link.domain());
				shown.add(inCaption);
			}
			merged.add(differs ? link.deceiving(Deception.CAPTION) : link);
		}
		merged.removeIf(shown::contains);
		return merged;
	}

	/** The links in a caption, which are neighbours of the link that it belongs to. */
	private static List<Link> within(Range caption, List<Link> links, int neighbour) {
		int first = neighbour;
		while (first > 0 && links.get(first - 1).start() >= caption.start()) {
			first--;
		}
		int last = neighbour;
		while (last + 1 < links.size() && links.get(last + 1).end() <= caption.end()) {
			last++;
		}
		return links.subList(first, last + 1)
			.stream()
			.filter(link -> link.start() >= caption.start() && link.end() <= caption.end())
			.toList();
	}

	private @Nullable Range of(Link link) {
		int before = link.start();
		if (this.text.startsWith("](", before - 2)) {
			return markdown(before - 2);
		}
		char quote = (before > 0) ? this.text.charAt(before - 1) : ' ';
		int equals = (quote == '"' || quote == '\'') ? before - 2 : before - 1;
		if (equals < 4 || this.text.charAt(equals) != '=') {
			return null;
		}
		if (this.text.regionMatches(true, equals - 4, "href", 0, 4)) {
			return between(link.end(), '>', "</a");
		}
		return this.text.regionMatches(true, equals - 4, "[url", 0, 4) ? between(link.end(), ']', "[/url") : null;
	}

	private @Nullable Range markdown(int close) {
		for (int open = close - 1; open >= Math.max(0, close - LONGEST); open--) {
			if (this.text.charAt(open) == '[') {
				return new Range(open, close);
			}
		}
		return null;
	}

	private @Nullable Range between(int from, char open, String close) {
		int last = Math.min(this.text.length(), from + LONGEST);
		int start = this.text.indexOf(open, from, last);
		if (start < 0) {
			return null;
		}
		for (int i = start; i < last; i++) {
			if (this.text.regionMatches(true, i, close, 0, close.length())) {
				return new Range(start, i);
			}
		}
		return null;
	}

	/** Where a caption is. */
	private record Range(int start, int end) {
	}

}
