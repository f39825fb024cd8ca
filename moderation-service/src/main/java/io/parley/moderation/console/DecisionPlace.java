package io.parley.moderation.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.google.common.base.Splitter;
import io.parley.moderation.console.DecisionSearch.Found;
import org.jspecify.annotations.Nullable;

/** A place in the history of decisions, from which the next page goes on. */
record DecisionPlace(Instant decidedAt, String commentId, int revision, int ordinal) {

	static DecisionPlace of(Found found) {
		return new DecisionPlace(found.decidedAt(), found.commentId(), found.revision(), found.ordinal());
	}

	String cursor() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((decidedAt + " " + revision + " " + ordinal + " " + commentId).getBytes(UTF_8));
	}

	/** The place of a cursor; null if it is none. */
	static @Nullable DecisionPlace at(@Nullable String cursor) {
		if (cursor == null) {
			return null;
		}
		try {
			List<String> parts = Splitter.on(' ')
				.limit(4)
				.splitToList(new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
			return (parts.size() < 4 || parts.get(3).indexOf('\0') >= 0) ? null
					: new DecisionPlace(Instant.parse(parts.get(0)), parts.get(3), Integer.parseInt(parts.get(1)),
							Integer.parseInt(parts.get(2)));
		}
		catch (IllegalArgumentException | DateTimeException _) {
			return null;
		}
	}

}
