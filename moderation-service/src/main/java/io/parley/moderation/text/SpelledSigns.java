package io.parley.moderation.text;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Words and bracketed signs that writers put for the signs of a link or an address:
 * {@code [.]}, {@code dot}, {@code (at)}.
 */
final class SpelledSigns {

	private static final Set<String> DOTS = Set.of(".", "dot", "d0t", "punkt", "punto", "point", "точка", "тчк");

	private static final Set<String> DOT_WORDS = Set.of(".", "dot", "punkt", "punto", "точка");

	private static final String FIRST_OF_DOTS = ".dDpPтТ";

	private static final String FIRST_OF_ATS = "@aAäÄсС";

	private static final Set<String> ATS = Set.of("@", "at", "ät", "собака");

	/** Words before "dot com" or "at" that are no name. */
	private static final Set<String> NO_NAMES = Set.of("""
			a all an and another any big buy by click dumb early every failed few find first for former found go
			here his in is its join late look many me more my new no of old on or order other our out read see
			shop small some that the their these this those up us visit war your
			""".strip().split("\\s+", -1));

	/** Any other may begin a sentence after a dot that has a space too many. */
	private static final Set<String> AFTER_ANY_DOT = Set.of("com", "net", "org", "info", "ru");

	private static final int MOST_LABELS = 5;

	static final int LONGEST_LABEL = 63;

	private SpelledSigns() {
	}

	/** The index after a word or sign for a dot that white space is around, or -1. */
	static int endOfDotWord(String text, int at) {
		// Most words are not even looked at.
		if (at >= text.length() || FIRST_OF_DOTS.indexOf(text.charAt(at)) < 0) {
			return -1;
		}
		int end = endOfWord(text, at);
		return (end > at && end < text.length() && Folding.isSpace(text.charAt(end))
				&& isOneOf(DOT_WORDS, text, at, end)) ? end : -1;
	}

	/** The index after a bracketed dot, colon or at-sign, or -1. */
	static int endOfBracketed(String text, int at) {
		return sign(text, at) != null ? closing(text, at) + 1 : -1;
	}

	/** The index after a word for an at-sign, with an address after it; or -1. */
	static int endOfAt(String text, int at) {
		if (at == text.length() || FIRST_OF_ATS.indexOf(text.charAt(at)) < 0) {
			return -1;
		}
		int end = endOfWord(text, at);
		if (end == at || end == text.length() || !Folding.isSpace(text.charAt(end)) || !isOneOf(ATS, text, at, end)) {
			return -1;
		}
		int start = skipSpaces(text, end);
		int label = endOfWord(text, start);
		boolean spelled = label > start && label < text.length() && Folding.isSpace(text.charAt(label))
				&& endOfDots(text, label + 1) > 0;
		return spelled ? start : -1;
	}

	/** Whether a small word may be a name, as words before "dot com" in prose are not. */
	static boolean mayBeName(String word) {
		return !NO_NAMES.contains(word);
	}

	/** What a bracketed sign stands for, or null. */
	static @Nullable String sign(String text, int at) {
		int close = closing(text, at);
		if (close < 0) {
			return null;
		}
		String inside = text.substring(at + 1, close).strip().toLowerCase(Locale.ROOT);
		if (DOTS.contains(inside)) {
			return ".";
		}
		if (ATS.contains(inside)) {
			return "@";
		}
		return (inside.equals(":") || inside.equals("://")) ? inside : null;
	}

	/** Where the bracket is closed, or -1 if that is further than any sign goes. */
	static int closing(String text, int at) {
		char close = switch (text.charAt(at)) {
			case '(' -> ')';
			case '[' -> ']';
			default -> '}';
		};
		int last = Math.min(text.length(), at + 10);
		for (int i = at + 1; i < last; i++) {
			if (text.charAt(i) == close) {
				return i;
			}
		}
		return -1;
	}

	static int endOfDots(String text, int at) {
		int first = -1;
		int from = at;
		for (int label = 0; label < MOST_LABELS; label++) {
			int dot = endOfDotWord(text, from);
			if (dot < 0) {
				return -1;
			}
			int start = skipSpaces(text, dot);
			int end = endOfWord(text, start);
			if (end == start || end - start > LONGEST_LABEL) {
				return -1;
			}
			first = (first < 0) ? start : first;
			String ending = text.substring(start, end).toLowerCase(Locale.ROOT);
			if (mayFollow(ending, Character.toLowerCase(text.charAt(from)))) {
				return first;
			}
			if (end == text.length() || !Folding.isSpace(text.charAt(end))) {
				return -1;
			}
			from = end + 1;
		}
		return -1;
	}

	/** "Punto" and "punkt" are often followed by words that are endings as well. */
	private static boolean mayFollow(String ending, char firstOfDot) {
		return switch (firstOfDot) {
			case 'd', 'т' -> Endings.of(ending) == Endings.DOMAIN;
			default -> AFTER_ANY_DOT.contains(ending);
		};
	}

	/** The index after letters, digits and hyphens, or after one dot. */
	private static int endOfWord(String text, int at) {
		if (at < text.length() && text.charAt(at) == '.') {
			return at + 1;
		}
		int end = at;
		while (end < text.length() && end - at <= LONGEST_LABEL
				&& (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
			end++;
		}
		return end;
	}

	static int skipSpaces(String text, int at) {
		int end = at;
		while (end < text.length() && end - at < 2 && text.charAt(end) == ' ') {
			end++;
		}
		return end;
	}

	private static boolean isOneOf(Set<String> words, String text, int start, int end) {
		return end - start <= 6 && words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
	}

}
