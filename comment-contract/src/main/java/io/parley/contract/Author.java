package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a comment, as the platform told it with that comment.
 *
 * @param key the record key, see {@link #keyOf} and {@link #anonymousKeyOf}
 * @param id the platform's own id; null for an anonymous comment
 * @param role the platform's word for the author's standing, such as {@code staff}
 */
public record Author(String key, @Nullable String id, @Nullable String name, @Nullable Instant registeredAt,
		@Nullable String role) {

	public Author {
		requireNonNull(key, "key");
	}

	/**
	 * The key of an author that the platform knows. Site names contain neither '/' nor
	 * '~'.
	 */
	public static String keyOf(String site, String authorId) {
		return site + "/" + authorId;
	}

	/**
	 * The key of an anonymous author: all that is known is a keyed hash of the origin.
	 */
	public static String anonymousKeyOf(String site, String originHash) {
		return site + "~" + originHash;
	}

}
