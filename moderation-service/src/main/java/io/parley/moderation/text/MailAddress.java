package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

/**
 * A mail address in a text.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 * @param address in lower case, as programs would write it
 */
public record MailAddress(int start, int end, String address) {

	public MailAddress {
		requireNonNull(address, "address");
	}

}
