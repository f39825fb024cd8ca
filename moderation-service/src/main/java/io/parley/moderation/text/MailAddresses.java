package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Finds mail addresses. */
public final class MailAddresses {

	// Immutable, so one serves all threads.
	private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
		.linkTypes(EnumSet.of(LinkType.EMAIL))
		.build();

	private MailAddresses() {
	}

	/**
	 * Mail addresses, also those that are written so that programs would not see them, as
	 * in {@code jo (at) example dot com}; in order of position.
	 */
	public static List<MailAddress> find(String text) {
		int signs = LinkSigns.in(text);
		boolean disguised = (signs & LinkSigns.DISGUISED) != 0;
		if ((signs & LinkSigns.MAIL) == 0 && !disguised) {
			return List.of();
		}
		Refanged refanged = disguised ? Refanged.of(text) : null;
		String plain = (refanged != null) ? refanged.text() : text;
		List<MailAddress> found = new ArrayList<>();
		for (LinkSpan span : EXTRACTOR.extractLinks(plain)) {
			int start = span.getBeginIndex();
			int end = span.getEndIndex();
			String address = plain.substring(start, end).toLowerCase(Locale.ROOT);
			if (Character.isLetter(address.charAt(address.lastIndexOf('.') + 1))) {
				found.add((refanged != null) ? new MailAddress(refanged.start(start), refanged.end(end), address)
						: new MailAddress(start, end, address));
			}
		}
		return found;
	}

}
