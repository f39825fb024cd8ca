package io.parley.moderation.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Characters that are not seen and that nothing in the text needs. Emoji, and scripts
 * whose letters join, need joiners and variation selectors; scripts that run from right
 * to left need marks of direction.
 */
public final class InvisibleCharacters {

	/** Scripts in which no letter needs a joiner. */
	private static final Set<UnicodeScript> UNJOINED = EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC,
			UnicodeScript.GREEK, UnicodeScript.ARMENIAN, UnicodeScript.GEORGIAN, UnicodeScript.HAN,
			UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

	private static final int FIRST_RIGHT_TO_LEFT = 0x590;

	private InvisibleCharacters() {
	}

	/** All in the text, in order of position; a run of them is as many as it has. */
	public static List<Stretch> find(String text) {
		List<Stretch> found = new ArrayList<>();
		int before = ' ';
		boolean rightToLeft = false;
		for (int at = 0; at < text.length();) {
			int character = text.codePointAt(at);
			int next = at + Character.charCount(character);
			if (character < 0xAD || !Folding.isInvisible(character)) {
				before = character;
				rightToLeft |= character >= FIRST_RIGHT_TO_LEFT && isRightToLeft(character);
			}
			else if (!isNeeded(character, before, rightToLeft || hasRightToLeft(text, next))) {
				found.add(new Stretch(at, next));
			}
			at = next;
		}
		return List.copyOf(found);
	}

	private static boolean isNeeded(int invisible, int before, boolean rightToLeft) {
		boolean joiner = invisible == 0x200C || invisible == 0x200D || (invisible >= 0xFE00 && invisible <= 0xFE0F)
				|| (invisible >= 0xE0020 && invisible <= 0xE007F);
		if (joiner) {
			return Character.isEmoji(before) || isModifier(before)
					|| (before >= 0x80 && !UNJOINED.contains(UnicodeScript.of(before)));
		}
		boolean direction = invisible == 0x200E || invisible == 0x200F || invisible == 0x61C
				|| (invisible >= 0x2066 && invisible <= 0x2069);
		return direction && rightToLeft;
	}

	private static boolean isModifier(int character) {
		return character >= 0x1F3FB && character <= 0x1F3FF;
	}

	/** Looks ahead as far as a mark of direction can mean. */
	private static boolean hasRightToLeft(String text, int from) {
		int last = Math.min(text.length(), from + 40);
		for (int i = from; i < last; i++) {
			if (isRightToLeft(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isRightToLeft(int character) {
		byte direction = Character.getDirectionality(character);
		return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
				|| direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
	}

}
