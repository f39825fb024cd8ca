package io.parley.moderation.review;

import java.time.Instant;

import io.parley.contract.AuthorSanctioned.Kind;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator sends about an author.
 *
 * @param author the author's key, as decisions have it
 * @param until ISO 8601; none for a ban without an end
 * @param note for other moderators
 */
record SanctionRequest(@Nullable String author, @Nullable Kind kind, @Nullable String until, @Nullable String note) {

	private static final int NOTE_LIMIT = 2000;

	/** A site, what divides it from the author, and the author. */
	private static final int KEY_LIMIT = 500;

	/** Ends the request if something is wrong with it by itself. */
	Checked checked() {
		Violations violations = new Violations();
		String key = violations.requiredText("author", author, KEY_LIMIT);
		String site = site(key);
		if (!key.isBlank() && site.isEmpty()) {
			violations.add("author", "must be an author's key as decisions have it, such as gazette/lena");
		}
		if (kind == null) {
			violations.add("kind", "is required: BAN or MUTE");
		}
		Instant end = violations.optionalTime("until", until);
		if (kind == Kind.MUTE && until == null) {
			violations.add("until", "is required of a time-out; a ban may have none");
		}
		violations.optionalText("note", note, NOTE_LIMIT);
		violations.throwIfAny();
		return new Checked(site, key, (kind != null) ? kind : Kind.BAN, end);
	}

	/**
	 * Up to the first character that no site's name has; empty if the key has no such.
	 */
	private static String site(String key) {
		for (int i = 0; i < key.length() - 1; i++) {
			if (key.charAt(i) == '/' || key.charAt(i) == '~') {
				return key.substring(0, i);
			}
		}
		return "";
	}

	/** A request with which nothing is wrong. */
	record Checked(String site, String authorKey, Kind kind, @Nullable Instant until) {

	}

}
