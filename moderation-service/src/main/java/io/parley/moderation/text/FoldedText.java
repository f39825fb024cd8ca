package io.parley.moderation.text;

import java.util.Arrays;

/** A folded text that knows where each of its characters came from. */
final class FoldedText {

	private final StringBuilder folded;

	private int[] starts;

	private int[] ends;

	FoldedText(String text) {
		this.folded = new StringBuilder(text.length());
		this.starts = new int[text.length() + 8];
		this.ends = new int[text.length() + 8];
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			int end = i + Character.charCount(character);
			append(character, i, end);
			i = end;
		}
	}

	int length() {
		return this.folded.length();
	}

	char charAt(int index) {
		return this.folded.charAt(index);
	}

	boolean startsWith(String term, int at) {
		if (at + term.length() > length()) {
			return false;
		}
		for (int i = 0; i < term.length(); i++) {
			if (this.folded.charAt(at + i) != term.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	int start(int index) {
		return this.starts[index];
	}

	int end(int index) {
		return this.ends[index];
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
		else {
			Folding.append(this.folded, character);
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

}
