package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A link in a text; an e-mail address is none.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 * @param host in lower case and ASCII as browsers send it, without {@code www.}; a number
 * that is an IP address as dotted decimals
 * @param domain the part of the host that somebody registered, such as
 * {@code example.co.uk}; the host if there is none
 * @param shortened whether the host is a service that hides where its links lead
 * @param deception how the link looks like one to somewhere else, or null
 */
public record Link(int start, int end, String host, String domain, boolean shortened, @Nullable Deception deception) {

	public Link {
		requireNonNull(host, "host");
		requireNonNull(domain, "domain");
	}

	public boolean deceives() {
		return this.deception != null;
	}

	Link deceiving(Deception how) {
		return new Link(this.start, this.end, this.host, this.domain, this.shortened, how);
	}

}
