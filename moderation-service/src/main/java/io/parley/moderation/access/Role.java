package io.parley.moderation.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a person may do; each may do what the earlier ones may. */
enum Role {

	/** Reviews comments. */
	MODERATOR,
	/** Changes policies. */
	POLICY_EDITOR,
	/** Looks after the service. */
	ADMIN;

	/**
	 * The role of a word, such as {@code policy-editor}.
	 * @throws IllegalArgumentException if there is none
	 */
	static Role named(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/** Names of this role and of those that it includes. */
	List<String> granted() {
		return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).map(role -> "ROLE_" + role).toList();
	}

}
