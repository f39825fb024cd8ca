package io.parley.moderation.text;

/** Tells in one pass whether a text may have links or addresses at all. */
final class LinkSigns {

	/** A dot or a colon as in a link, or a word for one. */
	static final int ANY = 1;

	/** A sign that {@link Refanged} would take away. */
	static final int DISGUISED = 2;

	/** An {@code @} sign or a word for it. */
	static final int MAIL = 4;

	/** No character below stands for another, but for the soft hyphen. */
	private static final int FIRST_STYLED = 0x2000;

	/** Characters that are worth a look; most are not. */
	private static final boolean[] TELLING = new boolean[FIRST_STYLED];

	static {
		".:@([{*xXdDpPтТ\u00AD\u034F\u061C\u180E".chars().forEach(sign -> TELLING[sign] = true);
	}

	private LinkSigns() {
	}

	/** The signs in the text, as bits. */
	static int in(String text) {
		int signs = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < TELLING.length ? TELLING[character] : character >= FIRST_STYLED) {
				signs |= ofSign(text, i, character);
			}
		}
		return signs;
	}

	private static int ofSign(String text, int at, char sign) {
		return switch (sign) {
			case '.' -> ofDot(text, at);
			case ':' -> text.startsWith("//", at + 1) ? ANY : 0;
			case '@' -> MAIL;
			case '(', '[', '{' -> ofBracket(text, at);
			case '*' -> text.startsWith("*", at + 1) ? DISGUISED : 0;
			case 'x', 'X' -> (at + 1 < text.length() && (text.charAt(at + 1) | 0x20) == 'x') ? DISGUISED : 0;
			case 'd', 'D', 'p', 'P', 'т', 'Т' ->
				(at > 0 && text.charAt(at - 1) <= ' ' && SpelledSigns.endOfDotWord(text, at) > 0) ? ANY | DISGUISED : 0;
			default -> isStyled(sign) ? DISGUISED | (isDot(sign) ? ANY : 0) : 0;
		};
	}

	private static int ofDot(String text, int at) {
		if (at == 0 || at + 1 == text.length()) {
			return 0;
		}
		char before = text.charAt(at - 1);
		char next = text.charAt(at + 1);
		if (before == ' ') {
			return (next == ' ') ? ANY | DISGUISED : 0;
		}
		return (next > ' ' && ".\")".indexOf(next) < 0) ? ANY : 0;
	}

	private static int ofBracket(String text, int at) {
		return SpelledSigns.endOfBracketed(text, at) > 0 ? ANY | DISGUISED | MAIL : 0;
	}

	/** Characters that stand for others, or are not seen. */
	static boolean isStyled(char character) {
		return (character >= 0x2000 && character < 0x2070 && Folding.isInvisible(character))
				|| (character >= 0xFF01 && character <= 0xFF61) || (character >= 0x2460 && character <= 0x24FF)
				|| character == 0xD835 || isDot(character) || (character >= 0xFE00 && Folding.isInvisible(character))
				|| character == 0xAD || character == 0x34F || character == 0x61C || character == 0x180E;
	}

	/** Dots that browsers take for the one between the labels of a host. */
	static boolean isDot(char character) {
		return character == 0x3002 || character == 0xFF0E || character == 0xFF61 || character == 0x2024;
	}

}
