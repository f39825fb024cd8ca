package io.parley.moderation.text;

/** What each character is, whatever the terms are. Computed once. */
final class SymbolTable {

	private static final String MASKS = "*#%_@!$•";

	private static final int[] KINDS = kinds();

	private SymbolTable() {
	}

	/** The kind of a character of UTF-16 or below {@link FoldTable#SIZE}. */
	static int kind(int character) {
		return KINDS[character];
	}

	/** The kind of a folded letter that came from a character. */
	static int kind(int character, int folded) {
		if (folded == ' ') {
			return Symbol.GAP | Symbol.SPACE;
		}
		if (Character.isLetter(folded) || Letters.isMark(folded)) {
			return letter(character, folded);
		}
		if (Character.isDigit(folded)) {
			return Symbol.DIGIT | Symbol.RUN;
		}
		int mask = MASKS.indexOf(folded) >= 0 ? Symbol.MASK : 0;
		return Leet.latin(folded) != 0 ? Symbol.SIGN | Symbol.GAP | mask : Symbol.GAP | mask;
	}

	static boolean isLatin(int letter) {
		return letter >= 'a' && letter <= 'z';
	}

	private static int[] kinds() {
		int[] kinds = new int[FoldTable.SIZE];
		for (int character = 0; character < kinds.length; character++) {
			String folded = FoldTable.of(character);
			if (Reading.CLOSER_LOOKS.indexOf(character) >= 0
					|| (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)) {
				kinds[character] = Symbol.CLOSER_LOOK;
			}
			else if (!folded.isEmpty()) {
				int first = folded.codePointAt(0);
				kinds[character] = folded.length() == Character.charCount(first) ? kind(character, first)
						: Symbol.CLOSER_LOOK;
			}
		}
		return kinds;
	}

	private static int letter(int character, int folded) {
		int symbol = Symbol.LETTER;
		if (Letters.isMark(folded) || Words.isVowelOfSyllable(folded)) {
			symbol |= Symbol.MARK;
		}
		if (Words.isUndivided(folded)) {
			return symbol | Symbol.UNDIVIDED;
		}
		symbol |= Symbol.RUN;
		if (isLatin(folded)) {
			symbol |= Symbol.LATIN;
		}
		else if (!Lookalikes.isTurnedForm(character)) {
			symbol |= Lookalikes.latin(character) != 0 ? Symbol.LOOKS_LATIN : Symbol.NOT_LATIN;
		}
		if (Lookalikes.isTurnedForm(character)) {
			symbol |= Symbol.TURNED;
		}
		return Alphabet.isCyrillic(folded) ? symbol | Symbol.CYRILLIC : symbol;
	}

}
