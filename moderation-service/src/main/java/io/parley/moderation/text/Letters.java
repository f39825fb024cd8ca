package io.parley.moderation.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/**
 * The plain letters that stand behind one character, from Unicode's data: without case,
 * accents, styles, circles and squares. A letter stays in its script.
 */
final class Letters {

	/** What a character is that belongs to the one before it: an accent, a joiner. */
	static final String NOTHING = "";

	private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCCasefoldInstance();

	private static final Normalizer2 DECOMPOSITION = Normalizer2.getNFDInstance();

	/** Variants of a Latin letter that have no decomposition but a telling name. */
	private static final Pattern VARIANT = Pattern
		.compile("LATIN LETTER SMALL CAPITAL ([A-Z])|REGIONAL INDICATOR SYMBOL LETTER ([A-Z])"
				+ "|(?:NEGATIVE )?(?:CROSSED )?(?:SQUARED|CIRCLED|PARENTHESIZED) LATIN (?:CAPITAL|SMALL) LETTER ([A-Z])"
				+ "|LATIN (?:CAPITAL|SMALL) LETTER (?:DOTLESS |SCRIPT )?([A-Z])(?: WITH .*)?");

	/** Letters that are two, or that only language tells which they are. */
	private static final Map<Integer, String> SPELLED = Map.ofEntries(Map.entry((int) 'æ', "ae"),
			Map.entry((int) 'œ', "oe"), Map.entry((int) 'ð', "d"), Map.entry((int) 'þ', "th"),
			Map.entry((int) 'ɛ', "e"), Map.entry((int) 'ɑ', "a"), Map.entry((int) 'ɩ', "i"), Map.entry((int) 'ĸ', "k"),
			// Typographic apostrophes are written as freely as accents.
			Map.entry(0x2018, "'"), Map.entry(0x2019, "'"), Map.entry(0x2BC, "'"));

	private static final int BREVE = 0x306;

	/** Only makes an Arabic word longer. */
	private static final int TATWEEL = 0x640;

	private static final int FIRST_VOICING = 0x3099;

	private static final int LAST_VOICING = 0x309A;

	private Letters() {
	}

	/**
	 * The folded character: letters, digits, signs or a space; {@link #NOTHING} if it
	 * belongs to the character before it.
	 */
	static String of(int character) {
		if (character < 0x80) {
			return Character.toString(Character.isWhitespace(character) ? ' ' : UCharacter.toLowerCase(character));
		}
		if (isSelf(character)) {
			return Character.toString(character);
		}
		if (!UCharacter.isDefined(character)) {
			return Character.toString(character);
		}
		if (isPart(character)) {
			return NOTHING;
		}
		if (UCharacter.isUWhiteSpace(character)) {
			return " ";
		}
		String variant = variant(character);
		return (variant != null) ? variant : unstyled(character);
	}

	/** Whether it is an accent, a joiner, a direction mark: nothing on its own. */
	static boolean isPart(int character) {
		if (UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
				|| UCharacter.getType(character) == Character.FORMAT || character == TATWEEL) {
			return true;
		}
		if (!isMark(character) || (character >= FIRST_VOICING && character <= LAST_VOICING)) {
			return false;
		}
		return switch (UScript.getScript(character)) {
			case UScript.INHERITED, UScript.COMMON, UScript.LATIN, UScript.GREEK, UScript.CYRILLIC, UScript.HEBREW,
					UScript.ARABIC ->
				true;
			default -> false;
		};
	}

	static boolean isMark(int character) {
		int type = UCharacter.getType(character);
		return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
				|| type == Character.COMBINING_SPACING_MARK;
	}

	/** Ideographs and most of what is beyond letters: nothing to fold. */
	private static boolean isSelf(int character) {
		return (character >= 0x3400 && character <= 0x9FFF) || (character >= 0x20000 && character < 0x2F800)
				|| (character >= 0xD800 && character <= 0xF8FF) || (character > 0x32000 && character < 0xE0000);
	}

	private static String unstyled(int character) {
		StringBuilder letters = new StringBuilder();
		DECOMPOSITION.normalize(COMPATIBILITY.normalize(Character.toString(character)))
			.codePoints()
			.forEach(part -> append(letters, part));
		if (letters.isEmpty()) {
			return NOTHING;
		}
		// "(a)" and "1." are one character each.
		if (letters.codePoints().anyMatch(Character::isLetterOrDigit)) {
			StringBuilder bare = new StringBuilder();
			letters.codePoints()
				.filter(part -> Character.isLetterOrDigit(part) || isMark(part))
				.forEach(bare::appendCodePoint);
			return bare.toString();
		}
		return letters.toString();
	}

	private static void append(StringBuilder letters, int part) {
		if (part == BREVE && !letters.isEmpty() && letters.charAt(letters.length() - 1) == 'и') {
			letters.setCharAt(letters.length() - 1, 'й');
		}
		else if (UCharacter.isUWhiteSpace(part)) {
			letters.append(' ');
		}
		else if (!isPart(part)) {
			String variant = (part < 0x80) ? null : variant(part);
			if (variant != null) {
				letters.append(variant);
			}
			else {
				letters.appendCodePoint(part);
			}
		}
	}

	/** Names are slow to look up. */
	private static boolean mayBeVariant(int character) {
		return UScript.getScript(character) == UScript.LATIN || (character >= 0x249C && character <= 0x24E9)
				|| (character >= 0x1F100 && character <= 0x1F1FF);
	}

	private static @Nullable String variant(int character) {
		String spelled = SPELLED.get(UCharacter.toLowerCase(character));
		if (spelled != null) {
			return spelled;
		}
		if (!mayBeVariant(character)) {
			return null;
		}
		String name = UCharacter.getName(character);
		if (name == null) {
			return null;
		}
		Matcher variant = VARIANT.matcher(name);
		if (!variant.matches()) {
			return null;
		}
		for (int group = 1; group <= variant.groupCount(); group++) {
			if (variant.group(group) != null) {
				return UCharacter.toLowerCase(variant.group(group));
			}
		}
		return null;
	}

}
