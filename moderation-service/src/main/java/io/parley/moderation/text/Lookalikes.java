package io.parley.moderation.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/**
 * Letters of one script that pass for letters of another, from Unicode's confusables, and
 * letters that pass for others when the text is turned upside down.
 */
final class Lookalikes {

	private static final int LAST = 0x1FFFF;

	private static final Pattern MARKS = Pattern.compile("\\p{M}");

	/** Latin letters by the characters that look like them. */
	private static final Map<Integer, Integer> LATIN = latin();

	/** Cyrillic letters by the Latin ones that look like them. */
	private static final Map<Integer, Integer> CYRILLIC = cyrillic();

	private static final Map<Integer, Integer> TURNED = turned();

	private Lookalikes() {
	}

	/** The Latin letter that another script's letter looks like, or 0. */
	static int latin(int character) {
		return LATIN.getOrDefault(character, 0);
	}

	/** The Russian letter that a Latin one looks like, or 0. */
	static int cyrillic(int character) {
		return CYRILLIC.getOrDefault(character, 0);
	}

	/** The Latin letter that this one shows when it is turned, or 0. */
	static int turned(int character) {
		return TURNED.getOrDefault(character, 0);
	}

	/** Whether it is of use only in a text that is turned. */
	static boolean isTurnedForm(int character) {
		return character >= 0x80 && TURNED.containsKey(character);
	}

	private static Map<Integer, Integer> latin() {
		SpoofChecker checker = new SpoofChecker.Builder().build();
		Map<String, Integer> shapes = new HashMap<>();
		for (int letter = 'a'; letter <= 'z'; letter++) {
			shapes.put(checker.getSkeleton(Character.toString(UCharacter.toUpperCase(letter))), letter);
		}
		for (int letter = 'a'; letter <= 'z'; letter++) {
			shapes.put(checker.getSkeleton(Character.toString(letter)), letter);
		}
		Map<Integer, Integer> lookalikes = new HashMap<>();
		for (int character = 0x80; character <= LAST; character++) {
			if (isForeignLetter(character)) {
				int shown = shown(checker, shapes, character);
				if (shown != 0) {
					lookalikes.put(character, shown);
				}
			}
		}
		// Unicode has these two as like a curled w and a plain p only.
		lookalikes.put((int) 'ω', (int) 'w');
		lookalikes.put((int) 'þ', (int) 'p');
		return lookalikes;
	}

	private static boolean isForeignLetter(int character) {
		if (!UCharacter.isLetter(character)) {
			return false;
		}
		return switch (UScript.getScript(character)) {
			case UScript.COMMON, UScript.LATIN, UScript.HAN, UScript.HANGUL, UScript.HIRAGANA, UScript.KATAKANA,
					UScript.BOPOMOFO ->
				false;
			default -> true;
		};
	}

	/** The letter itself first, then without its marks, its capital, a small capital. */
	private static int shown(SpoofChecker checker, Map<String, Integer> shapes, int character) {
		String skeleton = checker.getSkeleton(Character.toString(character));
		String unmarked = MARKS.matcher(skeleton).replaceAll("");
		String capital = checker.getSkeleton(Character.toString(UCharacter.toUpperCase(character)));
		for (String shape : new String[] { skeleton, unmarked, capital }) {
			Integer letter = shapes.get(shape);
			if (letter != null) {
				return letter;
			}
		}
		String plain = (unmarked.length() == 1) ? Letters.of(unmarked.codePointAt(0)) : unmarked;
		return (plain.length() == 1 && plain.charAt(0) >= 'a' && plain.charAt(0) <= 'z') ? plain.charAt(0) : 0;
	}

	private static Map<Integer, Integer> cyrillic() {
		Map<Integer, Integer> lookalikes = new HashMap<>();
		for (int letter = 'а'; letter <= 'я'; letter++) {
			int latin = latin(letter);
			if (latin != 0) {
				lookalikes.putIfAbsent(latin, letter);
			}
		}
		// Forms of the letter that are alike only as capitals or digits.
		lookalikes.put((int) 'b', (int) 'в');
		return lookalikes;
	}

	/** From the names of the letters; some have no name that tells. */
	private static Map<Integer, Integer> turned() {
		Map<Integer, Integer> turned = new HashMap<>();
		for (int character = 0x80; character <= LAST; character++) {
			String name = UCharacter.getName(character);
			if (name != null && name.startsWith("LATIN SMALL LETTER TURNED ")
					&& name.length() == "LATIN SMALL LETTER TURNED ".length() + 1) {
				turned.put(character, UCharacter.toLowerCase(name.charAt(name.length() - 1)));
			}
		}
		"losxzi".chars().forEach(same -> turned.put(same, same));
		String shown = "nubqpdɔcɟfƃgɯmɾjſjʃlןlꞁlʍwɥhʌvʎyᴉiıi";
		for (int i = 0; i < shown.length(); i += 2) {
			turned.put((int) shown.charAt(i), (int) shown.charAt(i + 1));
			if (shown.charAt(i) < 0x80) {
				turned.put((int) shown.charAt(i + 1), (int) shown.charAt(i));
			}
		}
		turned.put((int) 'ß', (int) 'ß');
		return turned;
	}

}
