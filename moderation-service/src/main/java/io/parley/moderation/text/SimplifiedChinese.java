package io.parley.moderation.text;

import java.util.HashMap;
import java.util.Map;

import com.ibm.icu.text.Transliterator;

/**
 * Simplified forms of Chinese characters, from the library's table. Computed when it is
 * first asked, which takes a moment: by lists that have such characters.
 */
final class SimplifiedChinese {

	private static final int FIRST = 0x3400;

	private static final int LAST = 0x9FFF;

	private static final Map<Integer, Integer> FORMS = read();

	private SimplifiedChinese() {
	}

	/** Whether a character may have another form. */
	static boolean mayBe(int character) {
		return character >= FIRST && character <= LAST;
	}

	/** The simplified form; the character itself if it has no other. */
	static int of(int character) {
		return FORMS.getOrDefault(character, character);
	}

	private static Map<Integer, Integer> read() {
		Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
		Map<Integer, Integer> forms = new HashMap<>();
		for (int character = FIRST; character <= LAST; character++) {
			String form = simplified.transliterate(Character.toString(character));
			if (form.length() == 1 && form.charAt(0) != character) {
				forms.put(character, (int) form.charAt(0));
			}
		}
		return Map.copyOf(forms);
	}

}
