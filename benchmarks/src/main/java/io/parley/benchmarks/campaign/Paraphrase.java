package io.parley.benchmarks.campaign;

import java.util.Locale;
import java.util.Random;

import io.parley.benchmarks.data.MadeUpWords;

/** How far the comments of a campaign are from the text that they were given. */
enum Paraphrase {

	/** Other capitals, an exclamation mark. */
	STYLED("other letters", 0, false, false),
	/** With a link of its own. */
	LINK("a link", 0, true, false),
	/** Two words replaced, and a link. */
	TWO_WORDS("2 words, a link", 2, true, false),
	/** Five words replaced, a greeting, and a link. */
	FIVE_WORDS("5 words, a greeting, a link", 5, true, true);

	private final String words;

	private final int swapped;

	private final boolean link;

	private final boolean greeting;

	Paraphrase(String words, int swapped, boolean link, boolean greeting) {
		this.words = words;
		this.swapped = swapped;
		this.link = link;
		this.greeting = greeting;
	}

	/** For people. */
	String words() {
		return this.words;
	}

	String of(String[] text, MadeUpWords vocabulary, Random random) {
		String[] varied = text.clone();
		for (int i = 0; i < this.swapped; i++) {
			varied[random.nextInt(varied.length)] = vocabulary.one(random);
		}
		String body = String.join(" ", varied);
		if (random.nextBoolean()) {
			body = body.substring(0, 1).toUpperCase(Locale.ROOT) + body.substring(1) + "!";
		}
		if (this.greeting) {
			body = vocabulary.one(random) + " " + vocabulary.one(random) + ", " + body;
		}
		return this.link ? body + " https://" + vocabulary.one(random) + random.nextInt(1000) + ".example.org/x" : body;
	}

}
