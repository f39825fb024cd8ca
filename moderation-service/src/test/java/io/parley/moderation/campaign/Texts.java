package io.parley.moderation.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that somebody has many people send, lightly varied. */
final class Texts {

	static final String LETTER = "I used to support the new bridge, but when I saw the bill for our street I changed my mind. "
			+ "Our shops are empty so that contractors can feel important. Ask your councillor: who pays for it? Not him!";

	private static final List<String> OTHERS = List.of("honestly", "frankly", "nobody", "mayor", "taxes", "village",
			"harbour", "quarrel", "winter", "ledger", "market", "steamer");

	private Texts() {
	}

	/** The letter with some words replaced. */
	static String varied(int words, long seed) {
		Random random = new Random(seed);
		List<String> text = new ArrayList<>(List.of(LETTER.split(" ")));
		for (int i = 0; i < words; i++) {
			text.set(random.nextInt(text.size()), OTHERS.get(random.nextInt(OTHERS.size())));
		}
		return String.join(" ", text);
	}

	/** A text of made-up words that is like no other. */
	static String unlike(long seed) {
		Random random = new Random(seed);
		random.nextInt();
		List<String> words = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			words.add("w" + Integer.toString(random.nextInt(1 << 24), 36));
		}
		return String.join(" ", words);
	}

}
