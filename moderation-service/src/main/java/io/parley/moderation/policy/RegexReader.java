package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;

import io.parley.moderation.policy.Regex.UnsupportedSyntax;

/** Takes a regular expression apart, from left to right. */
final class RegexReader {

	private static final int MOST_TIMES = 1000;

	/** Groups in groups. */
	private static final int DEEPEST = 100;

	private final String pattern;

	private int at;

	private int depth;

	/** The flags in force that matter to one character: i, s, both or none. */
	private String flags = "";

	private RegexReader(String pattern) {
		this.pattern = pattern;
	}

	static Regex read(String pattern) throws UnsupportedSyntax {
		RegexReader reader = new RegexReader(pattern);
		Regex all = reader.alternatives();
		if (reader.more()) {
			throw new UnsupportedSyntax();
		}
		return all;
	}

	/** Flags that are set in a branch hold in those behind it too. */
	private Regex alternatives() throws UnsupportedSyntax {
		List<Regex> branches = new ArrayList<>();
		branches.add(sequence());
		while (more() && peek() == '|') {
			this.at++;
			branches.add(sequence());
		}
		return (branches.size() == 1) ? branches.getFirst() : new Regex.Either(branches);
	}

	private Regex sequence() throws UnsupportedSyntax {
		List<Regex> parts = new ArrayList<>();
		while (more() && peek() != '|' && peek() != ')') {
			Regex part = part();
			parts.add(more() ? repeated(part) : part);
		}
		return (parts.size() == 1) ? parts.getFirst() : new Regex.Sequence(parts);
	}

	private Regex part() throws UnsupportedSyntax {
		char next = peek();
		return switch (next) {
			case '(' -> group();
			case '[' -> characters();
			case '\\' -> escaped();
			case '^' -> edge(1, Regex.Edge.TEXT_BEGINS);
			case '$' -> edge(1, Regex.Edge.TEXT_ENDS);
			case '*', '+', '?', '{' -> throw new UnsupportedSyntax();
			case '.' -> one(this.at + 1, -1);
			default -> one(this.at + Character.charCount(this.pattern.codePointAt(this.at)),
					this.pattern.codePointAt(this.at));
		};
	}

	private Regex edge(int length, Regex.Edge edge) {
		this.at += length;
		return edge;
	}

	/** What ends before an index, as an expression of its own. */
	private Regex one(int end, int literal) {
		String source = this.pattern.substring(this.at, end);
		this.at = end;
		return new Regex.One(this.flags.isEmpty() ? source : "(?" + this.flags + ")" + source, literal);
	}

	private Regex group() throws UnsupportedSyntax {
		this.at++;
		String before = this.flags;
		if (this.pattern.startsWith("?", this.at)) {
			this.at++;
			boolean onward = flags();
			if (onward) {
				return new Regex.Sequence(List.of());
			}
		}
		if (++this.depth > DEEPEST) {
			throw new UnsupportedSyntax();
		}
		Regex inner = alternatives();
		this.depth--;
		this.flags = before;
		if (!more()) {
			throw new UnsupportedSyntax();
		}
		this.at++;
		return inner;
	}

	/** Whether the flags hold from here on, and not for a group. */
	private boolean flags() throws UnsupportedSyntax {
		boolean on = true;
		boolean ignoresCase = this.flags.contains("i");
		boolean dotIsAny = this.flags.contains("s");
		while (more() && peek() != ':' && peek() != ')') {
			switch (peek()) {
				case '-' -> on = false;
				case 'i' -> ignoresCase = on;
				case 's' -> dotIsAny = on;
				case 'U' -> {
					// How eager repetition is.
				}
				default -> throw new UnsupportedSyntax();
			}
			this.at++;
		}
		if (!more()) {
			throw new UnsupportedSyntax();
		}
		this.flags = (ignoresCase ? "i" : "") + (dotIsAny ? "s" : "");
		this.at++;
		return this.pattern.charAt(this.at - 1) == ')';
	}

	private Regex characters() throws UnsupportedSyntax {
		int end = this.at + 1;
		if (end < this.pattern.length() && this.pattern.charAt(end) == '^') {
			end++;
		}
		int first = end;
		while (end < this.pattern.length() && (this.pattern.charAt(end) != ']' || end == first)) {
			if (this.pattern.startsWith("[:", end)) {
				throw new UnsupportedSyntax();
			}
			end = (this.pattern.charAt(end) == '\\') ? endOfEscaped(end) : end + 1;
		}
		if (end >= this.pattern.length()) {
			throw new UnsupportedSyntax();
		}
		return one(end + 1, -1);
	}

	private Regex escaped() throws UnsupportedSyntax {
		int end = endOfEscaped(this.at);
		char what = this.pattern.charAt(this.at + 1);
		return switch (what) {
			case 'b' -> edge(2, Regex.Edge.WORD_EDGE);
			case 'B' -> edge(2, Regex.Edge.NO_WORD_EDGE);
			case 'A' -> edge(2, Regex.Edge.TEXT_BEGINS);
			case 'z' -> edge(2, Regex.Edge.TEXT_ENDS);
			case 'd', 'D', 's', 'S', 'w', 'W', 'p', 'P', 'n', 't', 'r', 'f', 'v' -> one(end, -1);
			default -> {
				if (what >= 0x80 || Character.isLetterOrDigit(what)) {
					throw new UnsupportedSyntax();
				}
				yield one(end, what);
			}
		};
	}

	/** Behind an escaped character or class. */
	private int endOfEscaped(int start) throws UnsupportedSyntax {
		if (start + 1 >= this.pattern.length()) {
			throw new UnsupportedSyntax();
		}
		char what = this.pattern.charAt(start + 1);
		if (what == 'Q' || what == 'E' || what == 'C' || what == 'x' || Character.isDigit(what)) {
			throw new UnsupportedSyntax();
		}
		if (what != 'p' && what != 'P') {
			return start + 2;
		}
		int end = this.pattern.startsWith("{", start + 2) ? this.pattern.indexOf('}', start) : start + 2;
		if (end < 0 || end >= this.pattern.length()) {
			throw new UnsupportedSyntax();
		}
		return end + 1;
	}

	private Regex repeated(Regex part) throws UnsupportedSyntax {
		int least;
		int most;
		switch (peek()) {
			case '*' -> {
				least = 0;
				most = -1;
			}
			case '+' -> {
				least = 1;
				most = -1;
			}
			case '?' -> {
				least = 0;
				most = 1;
			}
			case '{' -> {
				int end = this.pattern.indexOf('}', this.at);
				String[] times = ((end > 0) ? this.pattern.substring(this.at + 1, end) : "").split(",", 2);
				least = times(times[0]);
				most = (times.length == 1) ? least : times[1].isEmpty() ? -1 : times(times[1]);
				this.at = end;
			}
			default -> {
				return part;
			}
		}
		this.at++;
		if (more() && peek() == '?') {
			// Reluctant: the same texts.
			this.at++;
		}
		if (more() && "*+?{".indexOf(peek()) >= 0) {
			throw new UnsupportedSyntax();
		}
		return new Regex.Repeated(part, least, most);
	}

	private static int times(String digits) throws UnsupportedSyntax {
		if (digits.isEmpty() || digits.length() > 4
				|| !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
			throw new UnsupportedSyntax();
		}
		int times = Integer.parseInt(digits);
		if (times > MOST_TIMES) {
			throw new UnsupportedSyntax();
		}
		return times;
	}

	private boolean more() {
		return this.at < this.pattern.length();
	}

	private char peek() {
		return this.pattern.charAt(this.at);
	}

}
