package io.parley.moderation.policy;

import java.util.Random;

/** Texts made up of pieces. */
final class MadeUp {

	private MadeUp() {
	}

	/** So many of the pieces, one after the other. */
	static String of(Random random, int count, String... pieces) {
		StringBuilder text = new StringBuilder();
		for (int piece = 0; piece < count; piece++) {
			text.append(pieces[random.nextInt(pieces.length)]);
		}
		return text.toString();
	}

}
