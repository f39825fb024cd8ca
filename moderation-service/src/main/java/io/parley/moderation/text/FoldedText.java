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

	private final Form form;

	private String text = "";

	private boolean ascii;

	FoldedText(Form form) {
		this.form = form;
	}

	/** Reads a text, unless it was read last; what was read before is forgotten. */
	@SuppressWarnings("ReferenceEquality") // an equal text may be read again, a long one
											// not compared
	void read(String text) {
		if (text == this.text) {
			return;
		}
		this.text = ""; // not known before it is read to its end
		this.folded.setLength(0);
		this.ascii = true;
		makeRoom(text.length());
		for (int i = 0; i < text.length();) {
			char first = text.charAt(i);
			if (first > ' ' && first < 0x7F) {
				int at = length();
				makeRoom(at + 1);
				this.starts[at] = i;
				this.ends[at] = ++i;
				this.folded.append((char) ((first >= 'A' && first <= 'Z') ? first + 0x20 : first));
				continue;
			}
			this.ascii &= first < 0x80;
			int character = text.codePointAt(i);
			int end = i + Character.charCount(character);
			append(character, i, end);
			i = end;
		}
		this.text = text;
	}

	/** Whether all forms of what was read are the same. */
	boolean isAscii() {
		return this.ascii;
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

	private void makeRoom(int length) {
		if (length > this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, 2 * length);
			this.ends = Arrays.copyOf(this.ends, 2 * length);
		}
	}

	private void append(int character, int start, int end) {
		int before = length();
		boolean space = Folding.isSpace(character);
		if (space && before > 0 && this.folded.charAt(before - 1) == ' ') {
			this.ends[before - 1] = end;
			return;
		}
		if (space) {
			this.folded.append(' ');
		}
		else if (this.form == Form.FOLDED) {
			Folding.append(this.folded, character);
		}
		else if (!isComposed(character)) {
			Folding.appendTo(this.folded, Folding.lowerCase(character));
		}
		makeRoom(length());
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
