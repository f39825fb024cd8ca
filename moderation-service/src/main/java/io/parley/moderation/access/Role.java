package io.parley.moderation.access;

import java.util.Arrays;
import java.util.List;

/** What a person may do; each may do what the earlier ones may. */
enum Role {

	/** Reviews comments. */
	MODERATOR,
	/** Changes policies. */
	POLICY_EDITOR,
	/** Looks after the service. */
	ADMIN;

	/** Names of this role and of those that it includes. */
	List<String> granted() {
		return Arrays.stream(values()).filter(role -> role.compareTo(this) <= 0).map(role -> "ROLE_" + role).toList();
	}

}
