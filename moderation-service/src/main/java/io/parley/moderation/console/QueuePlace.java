package io.parley.moderation.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.google.common.base.Splitter;
import org.jspecify.annotations.Nullable;

/** A place in the order of the queue, from which the next page goes on. */
record QueuePlace(int urgency, Instant heldAt, String commentId) {

	static final QueuePlace START = new QueuePlace(-1, Instant.EPOCH, "");

	static QueuePlace of(QueueItem item) {
		return new QueuePlace(item.urgency().rank(), item.heldAt(), item.commentId());
	}

	String cursor() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((urgency + " " + heldAt + " " + commentId).getBytes(UTF_8));
	}

	/** The place of a cursor; the start if it is none. */
	static QueuePlace at(@Nullable String cursor) {
		if (cursor == null) {
			return START;
		}
		try {
			List<String> parts = Splitter.on(' ')
				.limit(3)
				.splitToList(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
			return (parts.size() < 3 || parts.get(2).indexOf('\0') >= 0) ? START
					: new QueuePlace(Integer.parseInt(parts.get(0)), Instant.parse(parts.get(1)), parts.get(2));
		}
		catch (IllegalArgumentException | DateTimeException _) {
			return START;
		}
	}

}
