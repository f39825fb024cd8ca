package io.parley.moderation.text;

import java.util.Arrays;

/**
 * Where the words and sentences of a text begin. In scripts that do not divide their
 * words two characters count as a word. Immutable.
 */
public final class Sentences {

	private static final String ENDS = ".!?…。！？؟";

	/** A dot behind a shorter word with a capital is that of a title or an initial. */
	private static final int LONGEST_TITLE = 3;

	private final int[] words;

	private final int[] sentences;

	private Sentences(int[] words, int[] sentences) {
		this.words = words;
		this.sentences = sentences;
	}

	/** Reads a text in one pass. */
	public static Sentences of(String text) {
		int[] words = new int[text.length() + 1];
		int[] sentences = new int[text.length() + 1];
		int wordCount = 0;
		int sentenceCount = 0;
		boolean inWord = false;
		boolean second = false;
		boolean ended = true;
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
				boolean undivided = Words.isUndivided(character);
				if (undivided ? !(inWord && second) : !inWord) {
					words[wordCount++] = at;
				}
				second = undivided && !(inWord && second);
				inWord = true;
				if (ended) {
					sentences[sentenceCount++] = words[wordCount - 1];
					ended = false;
				}
			}
			else if (!isInsideWord(text, at)) {
				inWord = false;
				second = false;
				ended |= endsSentence(text, at, (wordCount > 0) ? words[wordCount - 1] : 0);
			}
		}
		return new Sentences(Arrays.copyOf(words, wordCount), Arrays.copyOf(sentences, sentenceCount));
	}

	/** How many words begin in a stretch. */
	public int words(int from, int to) {
		return (to <= from) ? 0 : before(this.words, to) - before(this.words, from);
	}

	/** Whether two places are in the same sentence. */
	public boolean areTogether(int one, int other) {
		return before(this.sentences, one + 1) == before(this.sentences, other + 1);
	}

	/** How many of the places, which are in order, are before another. */
	private static int before(int[] places, int at) {
		int found = Arrays.binarySearch(places, at);
		return (found < 0) ? -found - 1 : found;
	}

	/** Apostrophes, hyphens, accents and what is invisible do not divide a word. */
	private static boolean isInsideWord(String text, int at) {
		char character = text.charAt(at);
		if (Letters.isMark(character) || Folding.isInvisible(character)) {
			return true;
		}
		boolean joint = character == '\'' || character == '’' || character == '-' || character == '.';
		return joint && at > 0 && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at - 1))
				&& Character.isLetterOrDigit(text.charAt(at + 1));
	}

	private static boolean endsSentence(String text, int at, int word) {
		char character = text.charAt(at);
		if (character == '\n') {
			return true;
		}
		if (ENDS.indexOf(character) < 0) {
			return false;
		}
		boolean title = character == '.' && at > word && at - word <= LONGEST_TITLE
				&& Character.isUpperCase(text.charAt(word)) && at + 1 < text.length() && text.charAt(at + 1) == ' ';
		return !title;
	}

}
