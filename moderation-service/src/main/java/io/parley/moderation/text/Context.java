package io.parley.moderation.text;

import java.util.List;

/** What stands around a stretch of symbols. Not thread-safe. */
final class Context {

	private static final String ENDS_OF_GREEK_WORDS = "αεηιουωνςρξψάέήίόύώϊϋΐΰ";

	/** Letters that are words of their own. */
	private static final String ONE_LETTER_WORDS = "aiuoyeàéèвиксуояа";

	private static final String APOSTROPHES = "'\u2019";

	/** What verbs are shortened to. */
	private static final List<String> CONTRACTED = List.of("s", "t", "d", "m", "re", "ve", "ll");

	private final Reading reading;

	Context(Reading reading) {
		this.reading = reading;
	}

	/** Whether no letter or digit follows. */
	boolean endsWord(int last) {
		int next = next(last);
		if (next == this.reading.size) {
			return true;
		}
		int symbol = this.reading.symbols[next];
		if (!Symbol.is(symbol, Symbol.WORD)) {
			return true;
		}
		return Symbol.is(symbol | this.reading.symbols[last], Symbol.UNDIVIDED) && !Symbol.is(symbol, Symbol.MARK);
	}

	/** Whether something follows that is often put after a name. */
	boolean beforeSuffix(int last) {
		return Affixes.isSuffix(this.reading.text, this.reading.end(last));
	}

	/** Whether what was found is more than a chance of the way of reading. */
	boolean allows(View view, Spelling spelling, Evasion evasion, int first, int last) {
		if (evasion == Evasion.SEPARATED && (goesOnBefore(first) || isSpelledOut(last, 1) || isContracted(first))) {
			return false;
		}
		return switch (view.kind()) {
			case NATIVE -> true;
			case TURNED -> spelling.count(Symbol.TURNED) > 0;
			case CYRILLIC ->
				spelling.count(Symbol.FOREIGN | Symbol.DIGIT | Symbol.SIGN) > 0 && spelling.count(Symbol.CYRILLIC) > 0;
			case LATIN, LATIN_SMALL ->
				spelling.count(Symbol.FOREIGN) > 0 && (spelling.count(Symbol.LATIN) > 0 || isDisguise(last));
		};
	}

	/** Whether the letters of a word are the term's from the last to the first. */
	boolean isReversed(FoldedTerm term, char[] classes, int from, int to) {
		if (to - from != classes.length) {
			return false;
		}
		boolean palindrome = true;
		for (int i = from; i < to; i++) {
			int symbol = this.reading.symbols[i];
			if (!Symbol.is(symbol, Symbol.LETTER) || (symbol & Symbol.CLASS) != classes[to - 1 - i]) {
				return false;
			}
			if (!Accents.areSame(this.reading.text, this.reading.starts[i], this.reading.end(i),
					term.written()[to - 1 - i], term.letters()[to - 1 - i])) {
				return false;
			}
			palindrome &= classes[i - from] == classes[to - 1 - i];
		}
		return !palindrome;
	}

	/** The index after a word with masks in it, without those at its end. */
	int endOfMasked(int mask) {
		int end = mask;
		for (int i = mask; i < this.reading.size
				&& Symbol.is(this.reading.symbols[i], Symbol.WORD | Symbol.MASK); i++) {
			if (Symbol.is(this.reading.symbols[i], Symbol.WORD)) {
				end = i + 1;
			}
		}
		return end;
	}

	/**
	 * Whether a word that is wholly of another script is not of its language: its letters
	 * are those that look Latin, and so are all of that script in the text.
	 */
	private boolean isDisguise(int last) {
		if (Symbol.is(this.reading.kinds, Symbol.NOT_LATIN)) {
			return false;
		}
		if (Symbol.is(this.reading.kinds, Symbol.LATIN) || this.reading.hasRareCyrillic()) {
			return true;
		}
		int ending = Character.toLowerCase(this.reading.text.charAt(this.reading.starts[last]));
		return ending >= 0x370 && ending < 0x400 && ENDS_OF_GREEK_WORDS.indexOf(ending) < 0;
	}

	/**
	 * Whether the first letter of a stretch is alone and another before it too, so that a
	 * word that is spelled out began earlier.
	 */
	boolean goesOnBefore(int first) {
		return isSpelledOut(first, -1);
	}

	/**
	 * Whether letters that stand alone go on beyond the stretch, as in a word spelled
	 * out.
	 */
	private boolean isSpelledOut(int edge, int direction) {
		int gap = edge + direction;
		int letter = gap + direction;
		int beyond = letter + direction;
		if (!isAt(gap, Symbol.GAP) || !isAt(letter, Symbol.LETTER) || isAt(beyond, Symbol.WORD)
				|| isAt(edge - direction, Symbol.WORD)) {
			return false;
		}
		boolean another = isAt(beyond, Symbol.GAP) && isAt(beyond + direction, Symbol.LETTER)
				&& !isAt(beyond + 2 * direction, Symbol.WORD);
		return another || !isWord(letter);
	}

	private boolean isWord(int letter) {
		int character = Character.toLowerCase(this.reading.text.codePointAt(this.reading.starts[letter]));
		return ONE_LETTER_WORDS.indexOf(character) >= 0;
	}

	/** Whether the first piece is the end of a contraction, as in "you're doing". */
	private boolean isContracted(int first) {
		if (!isAt(first - 1, Symbol.GAP) || !isAt(first - 2, Symbol.LETTER)) {
			return false;
		}
		String text = this.reading.text;
		if (APOSTROPHES.indexOf(text.charAt(this.reading.starts[first - 1])) < 0) {
			return false;
		}
		int start = this.reading.starts[first];
		for (int i = 0; i < CONTRACTED.size(); i++) {
			String ending = CONTRACTED.get(i);
			int end = start + ending.length();
			if (text.regionMatches(true, start, ending, 0, ending.length()) && end < text.length()
					&& text.charAt(end) == ' ') {
				return true;
			}
		}
		return false;
	}

	private boolean isAt(int index, int kind) {
		return index >= 0 && index < this.reading.size && Symbol.is(this.reading.symbols[index], kind);
	}

	private int next(int last) {
		int next = last + 1;
		while (next < this.reading.size && Symbol.is(this.reading.symbols[next], Symbol.TAG)
				&& !Symbol.is(this.reading.symbols[next], Symbol.GAP)) {
			next++;
		}
		this.reading.work += next - last;
		return next;
	}

}
