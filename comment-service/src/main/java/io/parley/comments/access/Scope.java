package io.parley.comments.access;

import java.util.Locale;

/** What a key is good for. */
enum Scope {

	/** Asking. */
	READ,
	/** Sending, editing and withdrawing comments, telling of authors. */
	WRITE;

	static Scope named(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	/** Its name in the database, in problems and as an authority. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
