package io.parley.moderation.text;

import java.util.Locale;
import java.util.Set;

/**
 * Finds domains without a scheme, such as {@code casino.com} or {@code t.me/name}, and
 * leaves alone what only looks like one: a sentence without a space before it, a file, a
 * version, an abbreviation, the host of a mail address.
 */
final class BareDomains {

	private static final int LONGEST = 253;

	private static final int LONGEST_PORT = 5;

	/** What is shorter is rather the last word of a sentence. */
	private static final int LONG_NAME = 4;

	/** Words that nothing but the name of a site follows. */
	private static final Set<String> CUES = Set.of("visit", "site", "website", "link", "сайт", "besuche", "visitez");

	private final String text;

	private int labels;

	private int lastLabel;

	BareDomains(String text) {
		this.text = text;
	}

	/** Where a name that begins at the index ends; its last dots are not part of it. */
	int endOfName(int start) {
		boolean undivided = Words.isUndivided(this.text.codePointAt(start));
		int end = start;
		this.labels = 1;
		this.lastLabel = start;
		int at = start;
		while (at < this.text.length()) {
			int character = this.text.codePointAt(at);
			int next = at + Character.charCount(character);
			if (character == '.') {
				if (next == this.text.length() || !Character.isLetterOrDigit(this.text.codePointAt(next))) {
					break;
				}
				this.labels++;
				this.lastLabel = next;
			}
			else if (!isNamePart(character) || Words.isUndivided(character) != undivided) {
				break;
			}
			at = next;
			end = at;
		}
		return end;
	}

	/**
	 * The index after the link whose name is between the two, or -1 if it is none. To be
	 * called after {@link #endOfName}.
	 */
	int endOfLink(int start, int end) {
		if (this.labels < 2 || end - start > LONGEST || isPartOfMore(start, end)) {
			return -1;
		}
		int path = endOfPath(end);
		boolean hasPath = path > end + 1;
		if (isNumber(this.lastLabel, end)) {
			return (hasPath && isAddress(start, end)) ? path : -1;
		}
		return isDomain(start, end, hasPath) ? path : -1;
	}

	private boolean isDomain(int start, int end, boolean hasPath) {
		String ending = this.text.substring(this.lastLabel, end);
		if (!Character.isLetter(ending.codePointAt(0)) || !isCased(start, end, ending, hasPath)) {
			return false;
		}
		Endings kind = Endings.of(ending);
		if (kind == Endings.NONE) {
			return false;
		}
		boolean likely = switch (kind) {
			case DOMAIN -> hasPath || isName(start);
			case WORD -> hasPath || (isName(start) && (this.labels > 2 || isAlone(start, end)));
			case FILE -> hasPath && this.text.charAt(end) == '/';
			case NONE -> false;
		};
		String name = this.text.substring(start, end);
		return likely && !Endings.isProduct(name) && Host.of(name).isRegistered();
	}

	/** A network has a number after the slash, a page mostly a word. */
	private boolean isAddress(int start, int end) {
		boolean network = this.text.charAt(end) == '/' && isDigit(this.text.charAt(end + 1));
		return this.labels == 4 && isNumber(start, end) && !network;
	}

	/** A sentence begins with a capital, the ending of a domain does not. */
	private boolean isCased(int start, int end, String ending, boolean hasPath) {
		if (!Character.isUpperCase(ending.codePointAt(0)) || hasPath) {
			return true;
		}
		if (ending.equals("Com") || ending.equals("Org")) {
			return true;
		}
		boolean shouted = this.text.substring(start, end).codePoints().noneMatch(Character::isLowerCase);
		return shouted && Endings.of(ending) == Endings.DOMAIN;
	}

	/** Initials and amounts are no names, unless where anything is one. */
	private boolean isName(int start) {
		int label = Math.max(start, this.text.lastIndexOf('.', this.lastLabel - 2) + 1);
		int end = this.lastLabel - 1;
		boolean odd = isNumber(label, end) || end - label == 1;
		return !odd || this.text.regionMatches(true, this.lastLabel, "com", 0, 3);
	}

	/** Whether no sentence goes on after the name. */
	private boolean isAlone(int start, int end) {
		if (this.lastLabel - 1 - start < LONG_NAME) {
			return false;
		}
		boolean last = end == this.text.length() || "\n\r)]>!\"”»".indexOf(this.text.charAt(end)) >= 0;
		return last || CUES.contains(wordBefore(start));
	}

	private String wordBefore(int start) {
		int end = start;
		while (end > 0 && start - end < 2 && " :".indexOf(this.text.charAt(end - 1)) >= 0) {
			end--;
		}
		int from = end;
		while (from > 0 && end - from < 10 && Character.isLetter(this.text.charAt(from - 1))) {
			from--;
		}
		return this.text.substring(from, end).toLowerCase(Locale.ROOT);
	}

	/** Whether it belongs to a mail address, a handle, a path or a longer word. */
	private boolean isPartOfMore(int start, int end) {
		if (end < this.text.length() && "@_".indexOf(this.text.charAt(end)) >= 0) {
			return true;
		}
		if (start == 0) {
			return false;
		}
		char before = this.text.charAt(start - 1);
		return "@_\\.%#$".indexOf(before) >= 0 || (before == '/' && !this.text.startsWith("//", start - 2));
	}

	/** The index after port, path and query; the name's end if there are none. */
	private int endOfPath(int end) {
		int at = end;
		if (at < this.text.length() && this.text.charAt(at) == ':') {
			at++;
			while (at < this.text.length() && at - end <= LONGEST_PORT && isDigit(this.text.charAt(at))) {
				at++;
			}
			at = (at > end + 1) ? at : end;
		}
		boolean goesOn = at < this.text.length() && "/?#".indexOf(this.text.charAt(at)) >= 0;
		return goesOn ? Math.max(end, UrlSpans.endOfUrl(this.text, at)) : at;
	}

	private boolean isNumber(int start, int end) {
		for (int i = start; i < end; i++) {
			if (!Character.isDigit(this.text.charAt(i)) && this.text.charAt(i) != '.') {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isNamePart(int character) {
		return Character.isLetterOrDigit(character) || character == '-' || character == '_';
	}

}
