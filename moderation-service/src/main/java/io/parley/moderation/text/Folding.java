package io.parley.moderation.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Takes case, accents, compatibility forms (full-width, styled letters) and invisible
 * characters off a text. Keeps marks that make another letter: vowel signs of Indic
 * scripts, voicing of kana, the breve of Cyrillic short i.
 */
final class Folding {

	/** Beyond are ideographs, tags and private use. */
	private static final int MOST = 0x20000;

	private static final int BREVE = 0x306;

	// Decomposing is slow; most texts use few characters.
	private static final AtomicReferenceArray<String> KNOWN = new AtomicReferenceArray<>(MOST);

	private Folding() {
	}

	static String fold(String text) {
		StringBuilder folded = new StringBuilder(text.length());
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			append(folded, character);
			i += Character.charCount(character);
		}
		return folded.toString();
	}

	/** Appends the folded character, which may be nothing or several characters. */
	static void append(StringBuilder folded, int character) {
		if (character < 0x80) {
			folded.append((char) ((character >= 'A' && character <= 'Z') ? character + 0x20 : character));
		}
		else if (character == BREVE) {
			appendBreve(folded);
		}
		else if (character >= MOST) {
			appendTo(folded, character);
		}
		else {
			folded.append(folded(character));
		}
	}

	/** Without the array that the builder's own method makes. */
	static void appendTo(StringBuilder folded, int character) {
		if (Character.isBmpCodePoint(character)) {
			folded.append((char) character);
		}
		else {
			folded.append(Character.highSurrogate(character)).append(Character.lowSurrogate(character));
		}
	}

	/** The text in small letters, each accent on its letter. */
	static String lowerCase(String text) {
		StringBuilder lower = new StringBuilder(text.length());
		Normalizer.normalize(text, Form.NFC)
			.codePoints()
			.forEach(character -> lower.appendCodePoint(lowerCase(character)));
		return lower.toString();
	}

	/**
	 * Capitals whose small letters differ are the same, such as both forms of sigma, and
	 * so are all apostrophes.
	 */
	static int lowerCase(int character) {
		if (character == '\u2019' || character == '\u02BC') {
			return '\'';
		}
		return Character.toLowerCase(Character.toUpperCase(character));
	}

	/** Each run of white space becomes one space, none stays at the ends. */
	static String singleSpaced(String text) {
		StringBuilder spaced = new StringBuilder(text.length());
		text.codePoints().forEach(character -> {
			if (!isSpace(character)) {
				spaced.appendCodePoint(character);
			}
			else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
				spaced.append(' ');
			}
		});
		return spaced.toString().stripTrailing();
	}

	static boolean isSpace(int character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	/** Format characters and variation selectors: zero-width spaces, soft hyphens. */
	static boolean isInvisible(int character) {
		return character >= 0xAD && (Character.getType(character) == Character.FORMAT
				|| (character >= 0xFE00 && character <= 0xFE0F) || character == 0x34F);
	}

	private static String folded(int character) {
		String known = KNOWN.get(character);
		if (known == null) {
			known = compute(character);
			KNOWN.set(character, known);
		}
		return known;
	}

	private static String compute(int character) {
		StringBuilder folded = new StringBuilder();
		Normalizer.normalize(Character.toString(character), Form.NFKD).codePoints().forEach(part -> {
			if (part == BREVE) {
				appendBreve(folded);
			}
			else if (!isInvisible(part) && !isAccent(part)) {
				appendLowerCase(folded, part);
			}
		});
		return folded.toString();
	}

	private static void appendBreve(StringBuilder folded) {
		int last = folded.length() - 1;
		if (last >= 0 && folded.charAt(last) == 'и') {
			folded.setCharAt(last, 'й');
		}
	}

	private static boolean isAccent(int character) {
		return (character >= 0x300 && character <= 0x36F) || (character >= 0x591 && character <= 0x5C7)
				|| (character >= 0x64B && character <= 0x65F) || character == 0x670 || character == 0x640;
	}

	private static void appendLowerCase(StringBuilder folded, int character) {
		switch (character) {
			case 'ß', 'ẞ' -> folded.append("ss");
			case 'æ', 'Æ' -> folded.append("ae");
			case 'œ', 'Œ' -> folded.append("oe");
			case 'ø', 'Ø' -> folded.append('o');
			case 'đ', 'Đ', 'ð', 'Ð' -> folded.append('d');
			case 'ł', 'Ł' -> folded.append('l');
			case 'ı' -> folded.append('i');
			// Typographic apostrophes and dashes are written as freely as accents.
			case '\u2018', '\u2019', '\u02BC' -> folded.append('\'');
			case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> folded.append('-');
			default -> folded.appendCodePoint(lowerCase(character));
		}
	}

}
