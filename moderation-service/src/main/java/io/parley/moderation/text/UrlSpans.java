package io.parley.moderation.text;

import java.util.EnumSet;

import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Links as the library finds them: with a scheme or {@code www.}. */
final class UrlSpans {

	// Immutable, so one serves all threads.
	private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
		.linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
		.build();

	/** Browsers cut off longer ones; looking further would cost more than linear time. */
	private static final int LONGEST = 2048;

	private UrlSpans() {
	}

	static Iterable<LinkSpan> in(String text) {
		return EXTRACTOR.extractLinks(text);
	}

	/** Where a link ends whose path begins at the index. */
	static int endOfUrl(String text, int path) {
		int end = path;
		while (end < text.length() && end - path < LONGEST && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		String scheme = "http://h";
		for (LinkSpan span : in(scheme + text.substring(path, end))) {
			return path + span.getEndIndex() - scheme.length();
		}
		return path;
	}

}
