package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

/**
 * A link in a text; an e-mail address is none.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 * @param domain host in lower case, without {@code www.}
 */
public record Link(int start, int end, String domain) {

	public Link {
		requireNonNull(domain, "domain");
	}

}
