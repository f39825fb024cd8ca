package io.parley.moderation.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A text in which links and addresses that were made unrecognisable are whole again:
 * {@code hxxp://a[.]example}, {@code example dot com}, {@code jo (at) example.com},
 * styled letters, invisible characters. It knows where each character came from.
 */
final class Refanged {

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

	private static final int LONGEST_LABEL = 63;

	private final StringBuilder plain;

	private int[] starts;

	private int[] ends;

	private Refanged(String text) {
		this.plain = new StringBuilder(text.length());
		this.starts = new int[text.length() + 4];
		this.ends = new int[text.length() + 4];
		for (int i = 0; i < text.length();) {
			i = read(text, i);
		}
	}

	static Refanged of(String text) {
		return new Refanged(text);
	}

	String text() {
		return this.plain.toString();
	}

	/** Where a character begins in the original text. */
	int start(int index) {
		return this.starts[index];
	}

	/** Where the character before the index ends in the original text. */
	int end(int index) {
		return this.ends[index - 1];
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

	private int read(String text, int at) {
		int character = text.codePointAt(at);
		int next = at + Character.charCount(character);
		if (character >= 0x80) {
			return readForeign(text, at, next, character);
		}
		if (character == '(' || character == '[' || character == '{') {
			String sign = sign(text, at);
			if (sign != null && isJoined(text, closing(text, at) + 1)) {
				dropSpaces();
				int close = closing(text, at) + 1;
				int end = sign.startsWith(":") ? close : skipSpaces(text, close);
				append(sign, at, end);
				return end;
			}
		}
		if (Character.isWhitespace(character)) {
			int end = endOfSpelled(text, next);
			if (end > 0) {
				append(".", at, end);
				return end;
			}
			end = endOfSpelledAt(text, next);
			if (end > 0) {
				append("@", at, end);
				return end;
			}
		}
		if ((character | 0x20) == 'h' && isHxxp(text, at)) {
			append('h', at, next);
			append('t', next, next + 1);
			append('t', next + 1, next + 2);
			return next + 2;
		}
		append((char) character, at, next);
		return next;
	}

	private int readForeign(String text, int at, int next, int character) {
		if (Folding.isInvisible(character)) {
			return next;
		}
		char first = text.charAt(at);
		if (LinkSigns.isDot(first)) {
			boolean inside = endsInName() && next < text.length() && isDomainLetter(text.codePointAt(next));
			append(inside ? '.' : first, at, next);
		}
		else if (LinkSigns.isStyled(first)) {
			append(FoldTable.of(character), at, next);
		}
		else {
			for (int i = at; i < next; i++) {
				append(text.charAt(i), at, next);
			}
		}
		return next;
	}

	private void append(String part, int start, int end) {
		for (int i = 0; i < part.length(); i++) {
			append(part.charAt(i), start, end);
		}
	}

	private void append(char character, int start, int end) {
		int at = this.plain.length();
		this.plain.append(character);
		if (at == this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, 2 * at);
			this.ends = Arrays.copyOf(this.ends, 2 * at);
		}
		this.starts[at] = start;
		this.ends[at] = end;
	}

	private void dropSpaces() {
		int end = this.plain.length();
		while (end > 0 && this.plain.charAt(end - 1) == ' ') {
			end--;
		}
		this.plain.setLength(end);
	}

	/** Whether a bracketed sign stands between what may be parts of a link. */
	private boolean isJoined(String text, int end) {
		int last = this.plain.length() - 1;
		while (last >= 0 && this.plain.charAt(last) == ' ') {
			last--;
		}
		int next = skipSpaces(text, end);
		return last >= 0 && Character.isLetterOrDigit(this.plain.charAt(last)) && next < text.length()
				&& (Character.isLetterOrDigit(text.codePointAt(next)) || text.charAt(next) == '/');
	}

	/** What a bracketed sign stands for, or null. */
	private static @Nullable String sign(String text, int at) {
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
	private static int closing(String text, int at) {
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

	/** The index after " dot " before the ending of a domain, or -1. */
	private int endOfSpelled(String text, int at) {
		int end = endOfDots(text, at);
		return (end > 0 && endsInName() && !NO_NAMES.contains(lastWord())) ? end : -1;
	}

	private static int endOfDots(String text, int at) {
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

	/** The index after " at " in an address that is spelled out, or -1. */
	private int endOfSpelledAt(String text, int at) {
		if (at == text.length() || FIRST_OF_ATS.indexOf(text.charAt(at)) < 0) {
			return -1;
		}
		int end = endOfWord(text, at);
		if (end == at || end == text.length() || !Folding.isSpace(text.charAt(end)) || !isOneOf(ATS, text, at, end)
				|| !endsInName() || NO_NAMES.contains(lastWord())) {
			return -1;
		}
		int start = skipSpaces(text, end);
		int label = endOfWord(text, start);
		boolean spelled = label > start && label < text.length() && Folding.isSpace(text.charAt(label))
				&& endOfDots(text, label + 1) > 0;
		return spelled ? start : -1;
	}

	private boolean endsInName() {
		return !this.plain.isEmpty() && isDomainLetter(this.plain.codePointBefore(this.plain.length()));
	}

	private String lastWord() {
		int end = this.plain.length();
		int start = end;
		while (start > 0 && end - start < LONGEST_LABEL && Character.isLetterOrDigit(this.plain.charAt(start - 1))) {
			start--;
		}
		return this.plain.substring(start, end).toLowerCase(Locale.ROOT);
	}

	private static boolean isHxxp(String text, int at) {
		if (at + 4 >= text.length() || (text.charAt(at + 3) | 0x20) != 'p') {
			return false;
		}
		char first = text.charAt(at + 1);
		boolean masked = text.charAt(at + 2) == first && (first == 'x' || first == 'X' || first == '*');
		int end = ((text.charAt(at + 4) | 0x20) == 's') ? at + 5 : at + 4;
		return masked && end < text.length() && ":[({".indexOf(text.charAt(end)) >= 0;
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

	private static int skipSpaces(String text, int at) {
		int end = at;
		while (end < text.length() && end - at < 2 && text.charAt(end) == ' ') {
			end++;
		}
		return end;
	}

	private static boolean isDomainLetter(int character) {
		return Character.isLetterOrDigit(character) && !Words.isUndivided(character);
	}

	private static boolean isOneOf(Set<String> words, String text, int start, int end) {
		return end - start <= 6 && words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
	}

}
