package io.parley.moderation.policy;

import java.util.List;
import java.util.Locale;

/**
 * Words without which a regular expression finds nothing: of each group at least one has
 * to be in the text. Looking for them is many times cheaper than the expression. What the
 * reader of expressions does not know asks for nothing. Immutable.
 */
record RequiredWords(List<List<Word>> groups) {

	static final RequiredWords NONE = new RequiredWords(List.of());

	RequiredWords {
		groups = groups.stream().map(List::copyOf).toList();
	}

	/** The words of an expression that was compiled, in the syntax of RE2. */
	static RequiredWords of(String pattern) {
		try {
			return of(Regex.parse(pattern));
		}
		catch (Regex.UnsupportedSyntax _) {
			return NONE;
		}
	}

	static RequiredWords of(Regex regex) {
		return new RequiredWords(RequiredWordsReader.read(regex));
	}

	boolean isEmpty() {
		return this.groups.isEmpty();
	}

	/**
	 * Whether the expression may find something.
	 * @param folded the text as {@link #fold} makes it
	 */
	boolean mayBeIn(Folded folded) {
		for (List<Word> group : this.groups) {
			if (!hasOneOf(group, folded)) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasOneOf(List<Word> words, Folded folded) {
		for (Word word : words) {
			if (word.isIn(folded)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Without case. Both ways, since some letters have the capital of an ASCII letter and
	 * others its small form: expressions that ignore case take them for it.
	 */
	static Folded fold(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= 0x80) {
				return new Folded(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), false);
			}
		}
		return new Folded(text.toLowerCase(Locale.ROOT), true);
	}

	static boolean isWordPart(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '_';
	}

	/**
	 * A text without case.
	 *
	 * @param ascii whether each of its characters is what it was, but for case
	 */
	record Folded(String text, boolean ascii) {

	}

	/**
	 * Letters in a row.
	 *
	 * @param begins whether no letter or digit is before them
	 */
	record Word(String letters, boolean begins) {

		boolean isIn(Folded folded) {
			int at = folded.text().indexOf(this.letters);
			// What other letters were folded to ASCII says nothing of where words begin.
			if (!this.begins || !folded.ascii()) {
				return at >= 0;
			}
			while (at > 0 && isWordPart(folded.text().charAt(at - 1))) {
				at = folded.text().indexOf(this.letters, at + 1);
			}
			return at >= 0;
		}

		@Override
		public String toString() {
			return this.begins ? "\\b" + this.letters : this.letters;
		}

	}

}
