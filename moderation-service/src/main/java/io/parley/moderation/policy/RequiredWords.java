package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Words without which a regular expression finds nothing: of each group at least one has
 * to be in the text. Looking for them is many times cheaper than the expression. What the
 * reader of expressions does not know asks for nothing. Immutable.
 */
record RequiredWords(List<List<Word>> groups) {

	/** Shorter words are in every text. */
	private static final int SHORTEST = 2;

	private static final RequiredWords NONE = new RequiredWords(List.of());

	RequiredWords {
		groups = groups.stream().map(List::copyOf).toList();
	}

	/** The words of an expression that was compiled, in the syntax of RE2. */
	static RequiredWords of(String pattern) {
		try {
			return new RequiredWords(new Reader(pattern).all());
		}
		catch (UnsupportedSyntax _) {
			return NONE;
		}
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

	private static boolean isWordPart(char character) {
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

	/** Reads an expression from left to right. */
	private static final class Reader {

		private final String pattern;

		private int at;

		Reader(String pattern) {
			this.pattern = pattern;
		}

		List<List<Word>> all() throws UnsupportedSyntax {
			List<List<Word>> groups = alternatives(false);
			if (this.at < this.pattern.length()) {
				throw new UnsupportedSyntax();
			}
			return groups;
		}

		/** One word of any of the branches, if each has one. */
		private List<List<Word>> alternatives(boolean boundary) throws UnsupportedSyntax {
			List<List<Word>> first = sequence(boundary);
			if (!more() || peek() != '|') {
				return first;
			}
			List<Word> one = new ArrayList<>();
			boolean each = addBest(first, one);
			while (more() && peek() == '|') {
				this.at++;
				each &= addBest(sequence(boundary), one);
			}
			return each ? List.of(one) : List.of();
		}

		private static boolean addBest(List<List<Word>> groups, List<Word> to) {
			List<Word> best = null;
			for (List<Word> group : groups) {
				if (best == null || shortest(group) > shortest(best)) {
					best = group;
				}
			}
			return best != null && to.addAll(best);
		}

		private static int shortest(List<Word> words) {
			return words.stream().mapToInt(word -> word.letters().length()).min().orElse(0);
		}

		/**
		 * What is read one after the other, at a place where a word may have to begin.
		 */
		private List<List<Word>> sequence(boolean atBoundary) throws UnsupportedSyntax {
			List<List<Word>> groups = new ArrayList<>();
			StringBuilder word = new StringBuilder();
			boolean boundary = atBoundary;
			boolean begins = false;
			while (more() && peek() != '|' && peek() != ')') {
				Character letter = null;
				List<List<Word>> inner = List.of();
				boolean isBoundary = this.pattern.startsWith("\\b", this.at);
				boolean isFlags = false;
				switch (peek()) {
					case '(' -> {
						int start = this.at;
						inner = group(boundary);
						int colon = this.pattern.indexOf(':', start);
						isFlags = this.pattern.startsWith("(?", start) && (colon < 0 || colon >= this.at);
					}
					case '[' -> skipClass();
					case '\\' -> letter = escaped();
					case '.', '^', '$' -> this.at++;
					case '*', '+', '?', '{' -> throw new UnsupportedSyntax();
					default -> letter = plain();
				}
				int least = leastTimes();
				if (letter != null && word.isEmpty()) {
					begins = boundary && isWordPart(letter);
				}
				boundary = (isBoundary && least == 1) || (isFlags && boundary);
				if (letter != null && least == 1) {
					word.append((char) letter);
					continue;
				}
				if (letter != null && least > 1) {
					// Once at least, and not certain to be followed by what comes next.
					word.append((char) letter);
				}
				end(word, begins, groups);
				if (least > 0) {
					groups.addAll(inner);
				}
			}
			end(word, begins, groups);
			return groups;
		}

		private static void end(StringBuilder word, boolean begins, List<List<Word>> groups) {
			if (word.length() >= SHORTEST) {
				groups.add(List.of(new Word(word.toString(), begins)));
			}
			word.setLength(0);
		}

		/** What is in brackets; flags ask for nothing, for case is ignored anyway. */
		private List<List<Word>> group(boolean boundary) throws UnsupportedSyntax {
			this.at++;
			if (this.pattern.startsWith("?", this.at)) {
				int end = this.at + 1;
				while (end < this.pattern.length() && "imsU-".indexOf(this.pattern.charAt(end)) >= 0) {
					end++;
				}
				this.at = end;
				if (more() && peek() == ')') {
					this.at++;
					return List.of();
				}
				if (!more() || peek() != ':') {
					throw new UnsupportedSyntax();
				}
				this.at++;
			}
			List<List<Word>> inner = alternatives(boundary);
			if (!more()) {
				throw new UnsupportedSyntax();
			}
			this.at++;
			return inner;
		}

		/** A class is any of many characters, which is no word. */
		private void skipClass() throws UnsupportedSyntax {
			this.at++;
			if (more() && peek() == '^') {
				this.at++;
			}
			boolean first = true;
			while (more() && (peek() != ']' || first)) {
				if (peek() == '[') {
					// Perhaps a named class.
					throw new UnsupportedSyntax();
				}
				if (peek() == '\\') {
					var _ = escaped();
				}
				else {
					this.at++;
				}
				first = false;
			}
			if (!more()) {
				throw new UnsupportedSyntax();
			}
			this.at++;
		}

		/** The character that is meant as it stands, or null for a class or a place. */
		private @Nullable Character escaped() throws UnsupportedSyntax {
			if (this.at + 1 >= this.pattern.length()) {
				throw new UnsupportedSyntax();
			}
			char what = this.pattern.charAt(this.at + 1);
			this.at += 2;
			if ("bBdDsSwWAzntrfv".indexOf(what) >= 0) {
				return null;
			}
			if (what == 'p' || what == 'P') {
				int end = more() && peek() == '{' ? this.pattern.indexOf('}', this.at) : this.at;
				if (end < 0 || end >= this.pattern.length()) {
					throw new UnsupportedSyntax();
				}
				this.at = end + 1;
				return null;
			}
			if (what >= 0x80 || Character.isLetterOrDigit(what)) {
				throw new UnsupportedSyntax();
			}
			return what;
		}

		/** Letters beyond ASCII have more forms than one. */
		private @Nullable Character plain() {
			char letter = this.pattern.charAt(this.at++);
			return (letter < 0x80) ? Character.valueOf(Character.toLowerCase(letter)) : null;
		}

		/** How often at least what was read has to be there. */
		private int leastTimes() throws UnsupportedSyntax {
			int least = 1;
			if (more() && "*+?".indexOf(peek()) >= 0) {
				least = (peek() == '+') ? 2 : 0;
				this.at++;
			}
			else if (more() && peek() == '{') {
				int end = this.pattern.indexOf('}', this.at);
				String times = (end > 0) ? this.pattern.substring(this.at + 1, end) : "";
				int comma = times.indexOf(',');
				String lower = (comma >= 0) ? times.substring(0, comma) : times;
				if (lower.isEmpty() || !lower.chars().allMatch(Character::isDigit)) {
					throw new UnsupportedSyntax();
				}
				least = lower.chars().allMatch(digit -> digit == '0') ? 0 : 2;
				this.at = end + 1;
			}
			if (more() && "*+?{".indexOf(peek()) >= 0) {
				if (peek() != '?') {
					throw new UnsupportedSyntax();
				}
				// Reluctant: the same texts.
				this.at++;
			}
			return least;
		}

		private boolean more() {
			return this.at < this.pattern.length();
		}

		private char peek() {
			return this.pattern.charAt(this.at);
		}

	}

	/** Asks for nothing. */
	private static final class UnsupportedSyntax extends Exception {

		private static final long serialVersionUID = 1;

	}

}
