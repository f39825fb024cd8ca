package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text quotes: what is between quotation marks of one paragraph, and lines that
 * begin with {@code >}. A mark without its counterpart quotes nothing, nor does a text
 * that is a quotation as a whole: its writer says what it says. Takes a time that grows
 * with the text only.
 */
public final class Quotations {

	/** A longer one is two marks that have nothing to do with each other. */
	private static final int LONGEST = 1000;

	private static final String OPENING = "\"“”„‟«»‹›「『《〈'‘‚";

	private Quotations() {
	}

	/** The quotations with their marks, in order, none inside another. */
	public static List<Stretch> in(String text) {
		List<Stretch> found = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			int end = isLineStart(text, at) ? endOfQuotedLine(text, at) : -1;
			if (end < 0) {
				end = endOfMarked(text, at);
			}
			if (end > 0) {
				found.add(new Stretch(at, end));
				at = end;
			}
			else {
				at++;
			}
		}
		return isAll(text, found) ? List.of() : List.copyOf(found);
	}

	private static boolean isLineStart(String text, int at) {
		return at == 0 || text.charAt(at - 1) == '\n';
	}

	/** The end of a line that begins with a greater-than sign, or -1. */
	private static int endOfQuotedLine(String text, int start) {
		int at = start;
		while (at < text.length() && text.charAt(at) == ' ') {
			at++;
		}
		if (at == text.length() || text.charAt(at) != '>' || isArrow(text, at)) {
			return -1;
		}
		int end = text.indexOf('\n', at);
		return (end < 0) ? text.length() : end;
	}

	/** Advertisements point to their links with such. */
	private static boolean isArrow(String text, int at) {
		return text.startsWith(">>>", at);
	}

	/**
	 * The end of what is between the mark that is here and the one that closes it, or -1.
	 */
	private static int endOfMarked(String text, int start) {
		char mark = text.charAt(start);
		if (OPENING.indexOf(mark) < 0 || !opens(text, start)) {
			return -1;
		}
		int most = Math.min(text.length(), start + LONGEST);
		for (int at = start + 1; at < most; at++) {
			char character = text.charAt(at);
			if (character == '\n' && at + 1 < most && text.charAt(at + 1) == '\n') {
				return -1;
			}
			if (closing(mark).indexOf(character) >= 0 && closes(text, at)) {
				return at + 1;
			}
		}
		return -1;
	}

	private static String closing(char mark) {
		return switch (mark) {
			case '“', '”' -> "”“\"";
			case '„', '‟' -> "“”\"";
			case '«' -> "»";
			case '»' -> "«»";
			case '‹' -> "›";
			case '›' -> "‹›";
			case '「' -> "」";
			case '『' -> "』";
			case '《' -> "》";
			case '〈' -> "〉";
			case '\'', '‘', '‚' -> "'’‘";
			default -> "\"";
		};
	}

	/** Marks that are also apostrophes, feet or minutes open only before a word. */
	private static boolean opens(String text, int at) {
		if (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))) {
			return text.charAt(at) == '«';
		}
		boolean afterWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))
				&& !Words.isUndivided(text.charAt(at - 1));
		return !afterWord || "「『《〈".indexOf(text.charAt(at)) >= 0;
	}

	private static boolean closes(String text, int at) {
		char mark = text.charAt(at);
		boolean alsoApostrophe = mark == '\'' || mark == '’' || mark == '‘';
		return !alsoApostrophe || (!Character.isWhitespace(text.charAt(at - 1))
				&& (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1))));
	}

	private static boolean isAll(String text, List<Stretch> quoted) {
		int at = 0;
		for (Stretch quotation : quoted) {
			if (hasLetter(text, at, quotation.start())) {
				return false;
			}
			at = quotation.end();
		}
		return !hasLetter(text, at, text.length());
	}

	private static boolean hasLetter(String text, int from, int to) {
		for (int at = from; at < to; at++) {
			if (Character.isLetterOrDigit(text.charAt(at))) {
				return true;
			}
		}
		return false;
	}

}
