package io.parley.moderation.text;

import java.util.Arrays;
import java.util.Map;

/** HTML and forum tags, and character entities, that split a word without being seen. */
final class Markup {

	/** Longer ones are no tags that anybody wrote. */
	private static final int LONGEST_TAG = 300;

	private static final int LONGEST_ENTITY = 10;

	private static final String[][] TAGS = byFirstLetter("a", "abbr", "b", "bdi", "bdo", "big", "br", "center", "code",
			"color", "del", "div", "em", "font", "h1", "h2", "h3", "i", "img", "ins", "kbd", "li", "mark", "p", "pre",
			"q", "quote", "s", "size", "small", "span", "spoiler", "strike", "strong", "sub", "sup", "td", "tt", "u",
			"url", "wbr");

	private static final String[][] BREAKS = byFirstLetter("br", "center", "div", "h1", "h2", "h3", "li", "p", "pre",
			"quote", "td");

	private static final Map<String, Integer> ENTITIES = Map.ofEntries(Map.entry("amp", (int) '&'),
			Map.entry("lt", (int) '<'), Map.entry("gt", (int) '>'), Map.entry("quot", (int) '"'),
			Map.entry("apos", (int) '\''), Map.entry("nbsp", 0xA0), Map.entry("shy", 0xAD), Map.entry("zwj", 0x200D),
			Map.entry("zwnj", 0x200C), Map.entry("lrm", 0x200E), Map.entry("rlm", 0x200F), Map.entry("ensp", 0x2002),
			Map.entry("emsp", 0x2003), Map.entry("thinsp", 0x2009), Map.entry("auml", (int) 'ä'),
			Map.entry("ouml", (int) 'ö'), Map.entry("uuml", (int) 'ü'), Map.entry("szlig", (int) 'ß'),
			Map.entry("eacute", (int) 'é'), Map.entry("aacute", (int) 'á'), Map.entry("iacute", (int) 'í'),
			Map.entry("oacute", (int) 'ó'), Map.entry("uacute", (int) 'ú'), Map.entry("ntilde", (int) 'ñ'),
			Map.entry("ccedil", (int) 'ç'), Map.entry("egrave", (int) 'è'), Map.entry("agrave", (int) 'à'));

	private static final String[] NAMES = ENTITIES.keySet().toArray(String[]::new);

	private Markup() {
	}

	/** The index after the tag that begins here; -1 if none does. */
	static int endOfTag(String text, int at, int to) {
		if (text.startsWith("<!--", at)) {
			int end = text.indexOf("-->", at + 4, Math.min(to, at + LONGEST_TAG));
			return (end >= 0) ? end + 3 : -1;
		}
		char close = (text.charAt(at) == '<') ? '>' : ']';
		int from = (at + 1 < to && text.charAt(at + 1) == '/') ? at + 2 : at + 1;
		int end = endOfName(text, from, to);
		if (end == from || !isOne(TAGS, text, from, end)) {
			return -1;
		}
		int last = Math.min(to, at + LONGEST_TAG);
		for (int i = end; i < last; i++) {
			if (text.charAt(i) == close) {
				return i + 1;
			}
			if (text.charAt(i) == text.charAt(at)) {
				return -1;
			}
		}
		return -1;
	}

	/** Whether the tag that begins here starts a new line or cell. */
	static boolean breaksLine(String text, int at) {
		if (text.charAt(at + 1) == '!') {
			return false;
		}
		int from = (text.charAt(at + 1) == '/') ? at + 2 : at + 1;
		return isOne(BREAKS, text, from, endOfName(text, from, text.length()));
	}

	/** The index after the entity that begins here; -1 if none does. */
	static int endOfEntity(String text, int at, int to) {
		int last = Math.min(to, at + LONGEST_ENTITY);
		for (int i = at + 1; i < last; i++) {
			char character = text.charAt(i);
			if (character == ';') {
				return (i > at + 1) ? i + 1 : -1;
			}
			if (!isAlphanumeric(character) && character != '#') {
				return -1;
			}
		}
		return -1;
	}

	/** The character that an entity stands for; -1 if it is none. */
	static int entity(String text, int at, int end) {
		if (text.charAt(at + 1) != '#') {
			for (int i = 0; i < NAMES.length; i++) {
				if (NAMES[i].length() == end - at - 2 && text.startsWith(NAMES[i], at + 1)) {
					return ENTITIES.getOrDefault(NAMES[i], -1);
				}
			}
			return -1;
		}
		boolean hexadecimal = (text.charAt(at + 2) | 0x20) == 'x';
		try {
			int number = Integer.parseInt(text, hexadecimal ? at + 3 : at + 2, end - 1, hexadecimal ? 16 : 10);
			return Character.isValidCodePoint(number) ? number : -1;
		}
		catch (NumberFormatException malformed) {
			return -1;
		}
	}

	private static int endOfName(String text, int from, int to) {
		int end = from;
		while (end < to && end < from + 8 && isAlphanumeric(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isOne(String[][] names, String text, int from, int end) {
		for (String name : names[text.charAt(from) & 31]) {
			if (name.length() == end - from && text.regionMatches(true, from, name, 0, name.length())) {
				return true;
			}
		}
		return false;
	}

	private static String[][] byFirstLetter(String... names) {
		String[][] byLetter = new String[32][];
		for (int letter = 0; letter < byLetter.length; letter++) {
			int wanted = letter;
			byLetter[letter] = Arrays.stream(names)
				.filter(name -> (name.charAt(0) & 31) == wanted)
				.toArray(String[]::new);
		}
		return byLetter;
	}

	private static boolean isAlphanumeric(char character) {
		return (character >= '0' && character <= '9') || ((character | 0x20) >= 'a' && (character | 0x20) <= 'z');
	}

}
