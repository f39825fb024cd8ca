package io.parley.moderation.review;

import java.util.Base64;
import java.util.List;

import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * A place in a list, in a form that callers send back as it is.
 *
 * @param parts what the list is ordered by
 */
record Cursor(List<String> parts) {

	private static final TypeReference<List<String>> PARTS = new TypeReference<>() {
	};

	static Cursor at(String... parts) {
		return new Cursor(List.of(parts));
	}

	/** The place that a text stands for; null if it is none with so many parts. */
	static @Nullable Cursor read(String text, int parts) {
		try {
			List<String> read = Json.MAPPER.readValue(Base64.getUrlDecoder().decode(text), PARTS);
			return (read != null && read.size() == parts && read.stream().noneMatch(Cursor::isUnusable))
					? new Cursor(List.copyOf(read)) : null;
		}
		catch (IllegalArgumentException | JacksonException _) {
			return null;
		}
	}

	private static boolean isUnusable(@Nullable String part) {
		return part == null || part.indexOf('\0') >= 0;
	}

	String text() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.MAPPER.writeValueAsBytes(parts));
	}

}
