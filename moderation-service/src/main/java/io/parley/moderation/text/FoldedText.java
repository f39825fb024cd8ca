package io.parley.moderation.text;

import java.util.Arrays;

import com.ibm.icu.text.Normalizer2;

/**
 * A folded text that knows where each of its characters came from. One is filled again
 * and again, so that reading costs no memory. Not thread-safe.
 */
final class FoldedText {

	/** What is taken off the characters. */
	enum Form {

		/** Case, accents, styles and what is invisible. */
		FOLDED,
		/** Only case; an accent may be a character of its own. */
		CASE

	}

	private static final Normalizer2 COMPOSITION = Normalizer2.getNFCInstance();

	private final StringBuilder folded = new StringBuilder();

	private int[] starts = new int[1 << 10];

	private int[] ends = new int[1 << 10];

	/** Reads a text; what was read before is forgotten. */
	void read(String text, Form form) {
		this.folded.setLength(0);
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			int end = i + Character.charCount(character);
			append(character, i, end, form);
			i = end;
		}
	}

	int length() {
		return this.folded.length();
	}

	char charAt(int index) {
		return this.folded.charAt(index);
	}

	int start(int index) {
		return this.starts[index];
	}

	int end(int index) {
		return this.ends[index];
	}

	private void append(int character, int start, int end, Form form) {
		int before = length();
		boolean space = Folding.isSpace(character);
		if (space && before > 0 && this.folded.charAt(before - 1) == ' ') {
			this.ends[before - 1] = end;
			return;
		}
		if (space) {
			this.folded.append(' ');
		}
		else if (form == Form.FOLDED) {
			Folding.append(this.folded, character);
		}
		else if (!isComposed(character)) {
			Folding.appendTo(this.folded, Folding.lowerCase(character));
		}
		if (length() > this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, 2 * length());
			this.ends = Arrays.copyOf(this.ends, 2 * length());
		}
		Arrays.fill(this.starts, before, length(), start);
		Arrays.fill(this.ends, before, length(), end);
		if (length() == before && before > 0) {
			// An accent or an invisible character belongs to the letter before it.
			this.ends[before - 1] = end;
		}
	}

	/** Puts an accent on the letter before it, if there is such a letter. */
	private boolean isComposed(int character) {
		int last = length() - 1;
		if (character < 0x300 || last < 0 || !Letters.isMark(character)) {
			return false;
		}
		int composed = COMPOSITION.composePair(this.folded.charAt(last), character);
		if (composed < 0 || !Character.isBmpCodePoint(composed)) {
			return false;
		}
		this.folded.setCharAt(last, (char) composed);
		return true;
	}

}
