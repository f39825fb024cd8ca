package io.parley.moderation.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text in which links and addresses that were made unrecognisable are whole again:
 * {@code hxxp://a[.]example}, {@code example dot com}, {@code jo (at) example.com},
 * styled letters, invisible characters. It knows where each character came from.
 */
final class Refanged {

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

	private int read(String text, int at) {
		int character = text.codePointAt(at);
		int next = at + Character.charCount(character);
		if (character >= 0x80) {
			return readForeign(text, at, next, character);
		}
		if (character == '(' || character == '[' || character == '{') {
			String sign = SpelledSigns.sign(text, at);
			if (sign != null && isJoined(text, SpelledSigns.closing(text, at) + 1)) {
				dropSpaces();
				int close = SpelledSigns.closing(text, at) + 1;
				int end = sign.startsWith(":") ? close : SpelledSigns.skipSpaces(text, close);
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
		int next = SpelledSigns.skipSpaces(text, end);
		return last >= 0 && Character.isLetterOrDigit(this.plain.charAt(last)) && next < text.length()
				&& (Character.isLetterOrDigit(text.codePointAt(next)) || text.charAt(next) == '/');
	}

	/** The index after " dot " before the ending of a domain, or -1. */
	private int endOfSpelled(String text, int at) {
		int end = SpelledSigns.endOfDots(text, at);
		return (end > 0 && endsInName() && SpelledSigns.mayBeName(lastWord())) ? end : -1;
	}

	/** The index after " at " in an address that is spelled out, or -1. */
	private int endOfSpelledAt(String text, int at) {
		int end = SpelledSigns.endOfAt(text, at);
		return (end > 0 && endsInName() && SpelledSigns.mayBeName(lastWord())) ? end : -1;
	}

	private boolean endsInName() {
		return !this.plain.isEmpty() && isDomainLetter(this.plain.codePointBefore(this.plain.length()));
	}

	private String lastWord() {
		int end = this.plain.length();
		int start = end;
		while (start > 0 && end - start < SpelledSigns.LONGEST_LABEL
				&& Character.isLetterOrDigit(this.plain.charAt(start - 1))) {
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

	private static boolean isDomainLetter(int character) {
		return Character.isLetterOrDigit(character) && !Words.isUndivided(character);
	}

}
