package io.parley.local.up;

import java.util.Locale;

/** Durations as people read them. */
final class Seconds {

	private Seconds() {
	}

	static String since(long nanoTime) {
		return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - nanoTime) / 1e9);
	}

}
