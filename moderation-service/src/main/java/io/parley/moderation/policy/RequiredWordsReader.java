package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;

import io.parley.moderation.policy.RequiredWords.Word;
import org.jspecify.annotations.Nullable;

/** Reads from left to right which words a regular expression needs. */
final class RequiredWordsReader {

	/** Shorter words are in every text. */
	private static final int SHORTEST = 2;

	private final String pattern;

	private int at;

	private RequiredWordsReader(String pattern) {
		this.pattern = pattern;
	}

	/**
	 * The words of an expression that was compiled, in the syntax of RE2.
	 * @throws UnsupportedSyntax if it has something that is not known here
	 */
	static List<List<Word>> read(String pattern) throws UnsupportedSyntax {
		return new RequiredWordsReader(pattern).all();
	}

	private List<List<Word>> all() throws UnsupportedSyntax {
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
				begins = boundary && RequiredWords.isWordPart(letter);
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

	/** What is not known here, which asks for nothing. */
	static final class UnsupportedSyntax extends Exception {

		private static final long serialVersionUID = 1;

	}

}
