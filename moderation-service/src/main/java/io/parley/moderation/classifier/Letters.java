package io.parley.moderation.classifier;

import java.util.Arrays;

import io.parley.moderation.text.PlainLetters;

/**
 * The plain letters of a text and where each came from. One is filled again and again.
 * Not thread-safe.
 */
final class Letters {

	private char[] letters = new char[1 << 10];

	private int[] starts = new int[1 << 10];

	private int size;

	private int length;

	/** Reads a text; what was read before is forgotten. */
	void read(String text) {
		this.size = 0;
		this.length = text.length();
		ensure(this.length + 1);
		for (int i = 0; i < this.length; i++) {
			char plain = PlainLetters.of(text.charAt(i));
			if (plain > PlainLetters.SEVERAL) {
				this.starts[this.size] = i;
				this.letters[this.size++] = plain;
			}
			else if (plain == PlainLetters.SEVERAL) {
				int character = text.codePointAt(i);
				append(PlainLetters.spelled(character), i);
				i += Character.charCount(character) - 1;
			}
		}
		ensure(this.size + 1);
		this.letters[this.size] = ' ';
		this.starts[this.size] = this.length;
	}

	int size() {
		return this.size;
	}

	/** A space follows the last. */
	char at(int index) {
		return this.letters[index];
	}

	/**
	 * Where in the text a letter begins; the text's length for the one after the last.
	 */
	int start(int index) {
		return this.starts[index];
	}

	private void append(String folded, int start) {
		ensure(this.size + folded.length() + this.length - start + 1);
		for (int i = 0; i < folded.length(); i++) {
			this.starts[this.size] = start;
			this.letters[this.size++] = folded.charAt(i);
		}
	}

	private void ensure(int needed) {
		if (needed > this.letters.length) {
			this.letters = Arrays.copyOf(this.letters, needed * 2);
			this.starts = Arrays.copyOf(this.starts, needed * 2);
		}
	}

}
