package io.parley.moderation.contact;

import static java.util.Objects.requireNonNull;

/**
 * A way to reach or to pay a person, found in a text.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 * @param value in a form that is the same however it is written; of cards and accounts no
 * more than tells them apart
 */
public record Contact(int start, int end, String value) {

	public Contact {
		requireNonNull(value, "value");
	}

}
