package io.parley.moderation.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/**
 * Domains that look like others: labels of mixed scripts, and labels wholly of letters
 * that look Latin under a Latin ending. The rules are those by which browsers show such
 * names as {@code xn--}.
 */
final class ImitatedName {

	// Immutable, so one serves all threads.
	private static final SpoofChecker CHECKER = new SpoofChecker.Builder().setChecks(SpoofChecker.RESTRICTION_LEVEL)
		.setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
		.build();

	private ImitatedName() {
	}

	/**
	 * Whether the host imitates another.
	 * @param ascii as browsers send it
	 */
	static boolean is(String ascii) {
		if (!ascii.contains("xn--") || ascii.length() > 253) {
			return false;
		}
		String host = Host.unicode(ascii);
		int ending = host.lastIndexOf('.');
		boolean latinEnding = ending >= 0 && ending + 1 < host.length() && host.charAt(ending + 1) < 0x80;
		for (String label : host.split("\\.", -1)) {
			boolean foreign = label.chars().anyMatch(character -> character >= 0x80);
			if (foreign && (CHECKER.failsChecks(label) || (latinEnding && isLatinByLooks(label)))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isLatinByLooks(String label) {
		return label.codePoints().anyMatch(ImitatedName::isForeign) && label.codePoints()
			.allMatch(letter -> letter < 0x80 ? !Character.isLetter(letter) : Lookalikes.latin(letter) != 0);
	}

	private static boolean isForeign(int letter) {
		return UScript.getScript(letter) != UScript.LATIN && Character.isLetter(letter);
	}

}
