package io.parley.moderation.contact;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits with the signs that numbers are grouped by.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 * @param digits in ASCII
 * @param groups lengths of the groups, one digit each
 * @param plus whether a plus sign is before them
 */
record Digits(int start, int end, String digits, String groups, boolean plus) {

	/** Longer runs are tables or noise. */
	private static final int MOST = 30;

	private static final int FIRST_IDEOGRAPH = 0x2E80;

	/** Signs between two groups, such as ") ". */
	private static final int LONGEST_GAP = 3;

	/** All runs of at least the given number of digits, in order of position. */
	static List<Digits> find(String text, int least, String separators) {
		if (!hasDigits(text, least)) {
			return List.of();
		}
		List<Digits> found = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			if (digit(text, at) < 0) {
				at++;
				continue;
			}
			Digits run = read(text, at, separators);
			if (run.digits.length() >= least && run.digits.length() <= MOST && stands(text, run)) {
				found.add(run);
			}
			at = run.end;
		}
		return found;
	}

	/** Whether there is a digit of ASCII. */
	static boolean in(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
				return true;
			}
		}
		return false;
	}

	private static boolean hasDigits(String text, int least) {
		int count = 0;
		for (int i = 0; i < text.length() && count < least; i++) {
			if (digit(text, i) >= 0) {
				count++;
			}
		}
		return count == least;
	}

	private static Digits read(String text, int from, String separators) {
		StringBuilder digits = new StringBuilder();
		StringBuilder groups = new StringBuilder();
		int group = 0;
		int end = from;
		int at = from;
		while (at < text.length() && at - end <= LONGEST_GAP) {
			int digit = digit(text, at);
			if (digit >= 0) {
				if (at > end && group > 0) {
					groups.append((char) ('0' + Math.min(group, 9)));
					group = 0;
				}
				if (digits.length() <= MOST) {
					digits.append((char) ('0' + digit));
				}
				group++;
				end = at + 1;
			}
			else if (separators.indexOf(text.charAt(at)) < 0) {
				break;
			}
			at++;
		}
		groups.append((char) ('0' + Math.min(group, 9)));
		int start = from;
		if (start > 0 && text.charAt(start - 1) == '(' && separators.indexOf('(') >= 0) {
			start--;
		}
		boolean plus = start > 0 && isPlus(text.charAt(start - 1));
		return new Digits(plus ? start - 1 : start, end, digits.toString(), groups.toString(), plus);
	}

	/** Whether it is no part of a word, an amount or a longer number. */
	private static boolean stands(String text, Digits run) {
		if (run.end < text.length() && (isWordPart(text.codePointAt(run.end)) || isAmount(text, run.end))) {
			return false;
		}
		if (run.start == 0) {
			return true;
		}
		int before = text.codePointBefore(run.start);
		boolean amount = before == ',' && run.start > 1 && digit(text, run.start - 2) >= 0;
		return !amount && !isWordPart(before) && Character.getType(before) != Character.CURRENCY_SYMBOL
				&& "#_=/".indexOf(before) < 0;
	}

	/** In scripts without spaces a number may follow right after a word. */
	private static boolean isWordPart(int character) {
		return character < FIRST_IDEOGRAPH && Character.isLetterOrDigit(character);
	}

	/** Whether what follows makes it an amount: a percent sign, a currency, a decimal. */
	private static boolean isAmount(String text, int end) {
		char next = text.charAt(end);
		return next == '%' || Character.getType(next) == Character.CURRENCY_SYMBOL
				|| (next == ',' && end + 1 < text.length() && digit(text, end + 1) >= 0);
	}

	private static boolean isPlus(char sign) {
		return sign == '+' || sign == '＋';
	}

	private static int digit(String text, int at) {
		char character = text.charAt(at);
		if (character < 0x80) {
			return (character >= '0' && character <= '9') ? character - '0' : -1;
		}
		return Character.digit(character, 10);
	}

}
