package io.parley.moderation.policy;

import java.util.Locale;

/** How well an author is known, from least to most. */
public enum TrustLevel {

	NEW, KNOWN, TRUSTED, STAFF;

	/** As conditions spell it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isTrusted() {
		return this.compareTo(TRUSTED) >= 0;
	}

}
