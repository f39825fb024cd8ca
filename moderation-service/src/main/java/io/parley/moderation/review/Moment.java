package io.parley.moderation.review;

import java.time.DateTimeException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is in order of time.
 *
 * @param id of what happened then
 */
record Moment(Instant at, String id) {

	/** The place that a cursor stands for; null if it is none. */
	static @Nullable Moment read(String text) {
		Cursor cursor = Cursor.read(text, 2);
		try {
			return (cursor != null) ? new Moment(Instant.parse(cursor.parts().getFirst()), cursor.parts().getLast())
					: null;
		}
		catch (DateTimeException _) {
			return null;
		}
	}

	String cursor() {
		return Cursor.at(at.toString(), id).text();
	}

}
