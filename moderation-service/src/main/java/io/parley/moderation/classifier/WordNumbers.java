package io.parley.moderation.classifier;

import java.util.Arrays;

/**
 * The words of a text as small numbers, which some share: enough to learn from, and no
 * way back to the text. Words that name people for what they are have none. Thread-safe.
 */
public final class WordNumbers {

	/** All numbers are below it. */
	static final int COUNT = 1 << 12;

	/** Of a longer text the later words are left out. */
	static final int MOST = 300;

	private static final ThreadLocal<Features> FEATURES = ThreadLocal.withInitial(Features::new);

	private WordNumbers() {
	}

	/** Each once, ascending. */
	public static int[] of(String text) {
		Features features = FEATURES.get();
		features.read(text);
		int[] numbers = new int[MOST];
		int count = 0;
		for (int i = 0; i < features.wholeFirst() && count < MOST; i++) {
			long feature = features.hash(i);
			if (Features.isWord(feature) && feature != IdentityWords.CLASS) {
				numbers[count++] = (int) (feature >>> 40) & (COUNT - 1);
			}
		}
		return Arrays.stream(numbers, 0, count).sorted().distinct().toArray();
	}

}
