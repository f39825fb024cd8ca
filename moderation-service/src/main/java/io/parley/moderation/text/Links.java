package io.parley.moderation.text;

import java.net.IDN;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Finds links. */
public final class Links {

	// Immutable, so one serves all threads.
	private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
		.linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
		.build();

	private Links() {
	}

	/** Links with a scheme or {@code www.}, in order of position. */
	public static List<Link> find(String text) {
		List<Link> links = new ArrayList<>();
		for (LinkSpan span : EXTRACTOR.extractLinks(text)) {
			String domain = domain(text.substring(span.getBeginIndex(), span.getEndIndex()));
			links.add(new Link(span.getBeginIndex(), span.getEndIndex(), domain));
		}
		return List.copyOf(links);
	}

	/** The host of a link or of a bare domain, as browsers read it. */
	static String domain(String link) {
		int scheme = link.indexOf("://");
		int start = (scheme < 0) ? 0 : scheme + 3;
		int end = start;
		// Browsers take a backslash for a slash.
		while (end < link.length() && "/\\?#".indexOf(link.charAt(end)) < 0) {
			end++;
		}
		String authority = link.substring(start, end);
		String host = authority.substring(authority.lastIndexOf('@') + 1);
		int port = host.lastIndexOf(':');
		if (port >= 0 && host.indexOf(']', port) < 0) {
			host = host.substring(0, port);
		}
		return withoutWww(ascii(host));
	}

	private static String ascii(String host) {
		try {
			return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException notAName) {
			return host.toLowerCase(Locale.ROOT);
		}
	}

	private static String withoutWww(String host) {
		String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
		return name.startsWith("www.") ? name.substring(4) : name;
	}

}
