package io.parley.moderation.policy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Letters whose capitals do not lead back to them: RE2/J 1.8 never ends to look for their
 * other forms where an expression that ignores case names them, alone or in a range.
 * Texts may have them.
 */
final class EndlessFolding {

	/** Cyrillic letters of old books, from rounded ve to unblended uk. */
	private static final int FIRST = 0x1C80;

	private static final int LAST = 0x1C88;

	/** Flags with i among those that are set. */
	private static final Pattern IGNORES_CASE = Pattern.compile("\\(\\?[a-zA-Z]*i");

	private static final Pattern CHARACTER = Pattern
		.compile("\\\\x\\{([0-9a-fA-F]{1,8})}|\\\\x([0-9a-fA-F]{2})|\\\\.|.", Pattern.DOTALL);

	private EndlessFolding() {
	}

	/** Whether an expression might name one of them. */
	static boolean isIn(String expression) {
		if (!IGNORES_CASE.matcher(expression).find()) {
			return false;
		}
		boolean inClass = false;
		int before = -1;
		boolean range = false;
		for (MatchResult part : CHARACTER.matcher(expression).results().toList()) {
			int character = character(part);
			boolean from = range && inClass && before <= LAST && character >= FIRST;
			if (from || (character >= FIRST && character <= LAST)) {
				return true;
			}
			range = inClass && part.group().equals("-") && before >= 0;
			if (!range) {
				before = character;
			}
			if (part.group().equals("[")) {
				inClass = true;
			}
			else if (part.group().equals("]")) {
				inClass = false;
			}
		}
		return false;
	}

	private static int character(MatchResult part) {
		String digits = (part.group(1) != null) ? part.group(1) : part.group(2);
		return (digits != null) ? (int) Math.min(Long.parseLong(digits, 16), Integer.MAX_VALUE)
				: part.group().codePointAt(part.group().length() > 1 && part.group().startsWith("\\") ? 1 : 0);
	}

}
