package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A place in a policy or list file.
 *
 * @param index of a code point
 */
record Place(SourceText source, int index) {

	Place {
		requireNonNull(source, "source");
	}

	String file() {
		return this.source.name();
	}

	int line() {
		return this.source.lineOf(this.index);
	}

	Problem problem(String message, @Nullable String suggestion) {
		return this.source.problem(this.index, message, suggestion);
	}

}
