package io.parley.moderation.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/** Letters with their accents, in one character where Unicode has one. */
final class Accents {

	private static final Normalizer2 COMPOSITION = Normalizer2.getNFCInstance();

	private Accents() {
	}

	/** The small letter with its accents. */
	static int lowerCase(int character) {
		return Folding.lowerCase(character);
	}

	/** A letter with one more accent; the letter itself if there is no such letter. */
	static int compose(int letter, int mark) {
		int composed = COMPOSITION.composePair(letter, mark);
		return (composed < 0) ? letter : composed;
	}

	/** Whether a letter of the text has the accents of a letter of a term. */
	static boolean areSame(String text, int start, int end, int written, int plain) {
		int character = text.codePointAt(start);
		int letter = lowerCase(character);
		for (int i = start + Character.charCount(character); i < end;) {
			int mark = text.codePointAt(i);
			letter = compose(letter, mark);
			i += Character.charCount(mark);
		}
		if (written == 0 || letter == written) {
			return true;
		}
		// Digits, styles and letters of other scripts may stand for a plain letter.
		return (letter >= 0x80 || !Character.isLetter(letter)) && written == plain && UCharacter
			.getIntPropertyValue(letter, UProperty.DECOMPOSITION_TYPE) != UCharacter.DecompositionType.CANONICAL;
	}

}
