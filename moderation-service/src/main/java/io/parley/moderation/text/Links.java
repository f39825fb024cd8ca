package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.List;

import org.nibor.autolink.LinkSpan;

/** Finds links. */
public final class Links {

	private final String text;

	private final List<Link> links = new ArrayList<>();

	private Links(String text) {
		this.text = text;
	}

	/**
	 * Links with a scheme, with {@code www.} or of a domain alone, also when they are
	 * written so that programs would not see them; in order of position.
	 */
	public static List<Link> find(String text) {
		int signs = LinkSigns.in(text);
		if ((signs & LinkSigns.ANY) == 0) {
			return List.of();
		}
		if ((signs & LinkSigns.DISGUISED) == 0) {
			return List.copyOf(Captions.merge(text, new Links(text).find()));
		}
		Refanged refanged = Refanged.of(text);
		String plain = refanged.text();
		List<Link> inPlain = Captions.merge(plain, new Links(plain).find());
		return inPlain.stream().map(link -> original(link, refanged, text)).toList();
	}

	/** The host of a link or of a bare domain, as browsers read it. */
	static String host(String link) {
		return Host.of(link).name();
	}

	private List<Link> find() {
		int from = 0;
		for (LinkSpan span : UrlSpans.in(this.text)) {
			if (span.getBeginIndex() >= from) {
				findBare(from, span.getBeginIndex());
				from = endOfHostOrLink(span.getBeginIndex(), span.getEndIndex());
				add(span.getBeginIndex(), from);
			}
		}
		findBare(from, this.text.length());
		return this.links;
	}

	/** Finds domains that stand alone between two places. */
	private void findBare(int from, int to) {
		BareDomains domains = new BareDomains(this.text);
		int at = from;
		while (at < to) {
			int character = this.text.codePointAt(at);
			if (!Character.isLetterOrDigit(character)) {
				at += Character.charCount(character);
				continue;
			}
			int end = domains.endOfName(at);
			int endOfLink = domains.endOfLink(at, end);
			if (endOfLink > 0 && endOfLink <= to) {
				add(at, endOfLink);
			}
			at = Math.max(end, endOfLink);
		}
	}

	/** Scripts without spaces may go on right after an ending such as {@code .com}. */
	private int endOfHostOrLink(int start, int end) {
		int authority = start + Host.startOfAuthority(this.text.substring(start, end));
		for (int i = authority; i < end && "/\\?#".indexOf(this.text.charAt(i)) < 0; i++) {
			int character = this.text.codePointAt(i);
			if (Words.isUndivided(character) && i > authority + 1
					&& Endings.of(asciiLabelBefore(authority, i)) != Endings.NONE) {
				return i;
			}
		}
		return end;
	}

	private String asciiLabelBefore(int authority, int end) {
		int start = end;
		while (start > authority && this.text.charAt(start - 1) < 0x80
				&& Character.isLetter(this.text.charAt(start - 1))) {
			start--;
		}
		return (start > authority && this.text.charAt(start - 1) == '.') ? this.text.substring(start, end) : "";
	}

	private void add(int start, int end) {
		Host host = Host.of(this.text.substring(start, end));
		boolean shortened = Shorteners.has(host.name()) || Shorteners.has(host.domain());
		this.links.add(new Link(start, end, host.name(), host.domain(), shortened, host.deception()));
	}

	private static Link original(Link link, Refanged refanged, String text) {
		int start = refanged.start(link.start());
		int end = refanged.end(link.end());
		Deception deception = link.deception();
		boolean hidden = text.substring(start, end).codePoints().anyMatch(Folding::isInvisible);
		return new Link(start, end, link.host(), link.domain(), link.shortened(),
				(deception == null && hidden) ? Deception.INVISIBLE : deception);
	}

}
