package io.parley.local.model;

import java.util.random.RandomGenerator;

/** Ways to write a word so that programs do not know it and people do. */
enum Attack {

	HOMOGLYPH {
		@Override
		String apply(String word, RandomGenerator random) {
			return mapped(word, "aаcсeеiіoоpрxхyу", random);
		}
	},
	ZERO_WIDTH {
		@Override
		String apply(String word, RandomGenerator random) {
			return inserted(word, random, "\u200B");
		}
	},
	MARKS {
		@Override
		String apply(String word, RandomGenerator random) {
			StringBuilder marked = new StringBuilder();
			for (int i = 0; i < word.length(); i++) {
				marked.append(word.charAt(i))
					.append((char) (0x300 + random.nextInt(0x20)))
					.append((char) (0x320 + random.nextInt(0x10)));
			}
			return marked.toString();
		}
	},
	SPACED {
		@Override
		String apply(String word, RandomGenerator random) {
			return String.join(new String[] { " ", ".", "-" }[random.nextInt(3)], word.split(""));
		}
	},
	LEET {
		@Override
		String apply(String word, RandomGenerator random) {
			return mapped(word, "a4b8e3g9i1o0s5t7a@s$i!", random);
		}
	},
	STARS {
		@Override
		String apply(String word, RandomGenerator random) {
			int at = inner(word, random);
			return word.substring(0, at) + '*' + word.substring(at + 1);
		}
	},
	REPEATS {
		@Override
		String apply(String word, RandomGenerator random) {
			int at = inner(word, random);
			return word.substring(0, at) + word.substring(at, at + 1).repeat(1 + random.nextInt(4))
					+ word.substring(at);
		}
	},
	SWAPS {
		@Override
		String apply(String word, RandomGenerator random) {
			int at = Math.min(inner(word, random), word.length() - 2);
			return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
		}
	},
	DROPS {
		@Override
		String apply(String word, RandomGenerator random) {
			int at = inner(word, random);
			return word.substring(0, at) + word.substring(at + 1);
		}
	};

	/** Shorter words are left alone: little would be left of them. */
	static final int SHORTEST = 3;

	/**
	 * The word in disguise.
	 * @param word of at least {@link #SHORTEST} characters
	 */
	abstract String apply(String word, RandomGenerator random);

	/** A place that is neither the first nor the last. */
	private static int inner(String word, RandomGenerator random) {
		return 1 + random.nextInt(word.length() - 2);
	}

	private static String inserted(String word, RandomGenerator random, String what) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < word.length(); i++) {
			result.append(word.charAt(i));
			if (i + 1 < word.length() && (i == 0 || random.nextBoolean())) {
				result.append(what);
			}
		}
		return result.toString();
	}

	/** Each letter of which there is another form takes one of them. */
	private static String mapped(String word, String pairs, RandomGenerator random) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < word.length(); i++) {
			char letter = word.charAt(i);
			char shown = letter;
			int seen = 0;
			for (int k = 0; k < pairs.length(); k += 2) {
				if (pairs.charAt(k) == Character.toLowerCase(letter) && random.nextInt(++seen) == 0) {
					shown = pairs.charAt(k + 1);
				}
			}
			result.append(shown);
		}
		return result.toString();
	}

}
