package io.parley.moderation.text;

import java.util.Arrays;

/** One way to read characters as letters of the terms. Immutable and thread-safe. */
final class View {

	/** How letters of other scripts are read. */
	enum Kind {

		/** As what they are. */
		NATIVE,
		/** As the Latin letters that they look like. */
		LATIN,
		/** As the Latin letters that their small forms look like. */
		LATIN_SMALL,
		/** As the Cyrillic letters that they look like. */
		CYRILLIC,
		/** As what they show when the text is turned upside down. */
		TURNED

	}

	private final Kind kind;

	private final Alphabet alphabet;

	private final int[] symbols = new int[FoldTable.SIZE];

	private final int[] brackets;

	View(Kind kind, Alphabet alphabet) {
		this.kind = kind;
		this.alphabet = alphabet;
		for (int character = 0; character < this.symbols.length; character++) {
			int symbol = SymbolTable.kind(character);
			boolean lettered = symbol > 0 && Symbol.is(symbol, Symbol.WORD | Symbol.SIGN);
			this.symbols[character] = lettered ? read(symbol, character, FoldTable.of(character).codePointAt(0))
					: symbol;
		}
		this.brackets = brackets();
	}

	/** What signs are that may begin markup, if they do not; negative for others. */
	private int[] brackets() {
		int[] plain = new int[0x80];
		Arrays.fill(plain, -1);
		for (int sign : new int[] { '<', '[', '&' }) {
			plain[sign] = symbol(sign, sign);
		}
		return plain;
	}

	Kind kind() {
		return this.kind;
	}

	/**
	 * The symbols of UTF-16 characters and of code points below {@link FoldTable#SIZE}.
	 */
	int[] symbols() {
		return this.symbols;
	}

	/**
	 * The symbol of what is seen to need no closer look in spite of its first character:
	 * a bracket before no tag, a pair of surrogates. Negative if it needs one.
	 */
	int plain(char[] text, int at, int end) {
		char first = text[at];
		char next = (at + 1 < end) ? text[at + 1] : ' ';
		if (Character.isHighSurrogate(first) && Character.isLowSurrogate(next)) {
			int character = Character.toCodePoint(first, next);
			return (character < FoldTable.SIZE && this.symbols[character] > 0) ? this.symbols[character] : -1;
		}
		boolean begins = next == '/' || next == '#' || next == '!' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
		return begins ? -1 : bracket(first);
	}

	/** The symbol of a sign that may begin markup, if it does not; negative of others. */
	int bracket(int character) {
		return (character < this.brackets.length) ? this.brackets[character] : -1;
	}

	/** The symbol of a folded letter that came from a character. */
	int symbol(int character, int folded) {
		if (character == folded && character < this.symbols.length && this.symbols[character] > 0) {
			return this.symbols[character];
		}
		return read(SymbolTable.kind(character, folded), character, folded);
	}

	private int read(int symbol, int character, int folded) {
		if (Symbol.is(symbol, Symbol.LETTER)) {
			int foreign = foreign(character, folded);
			return foreign != 0 ? symbol | Symbol.FOREIGN | this.alphabet.classOf(foreign)
					: symbol | this.alphabet.classOf(folded);
		}
		if (!Symbol.is(symbol, Symbol.DIGIT | Symbol.SIGN)) {
			return symbol;
		}
		int leet = this.kind == Kind.CYRILLIC ? Leet.cyrillic(folded) : Leet.latin(folded);
		int number = leet != 0 ? this.alphabet.classOf(leet) : 0;
		return number == 0 ? symbol & ~Symbol.SIGN : symbol | number;
	}

	private int foreign(int character, int folded) {
		return switch (this.kind) {
			case NATIVE -> 0;
			case LATIN -> SymbolTable.isLatin(folded) ? 0 : Lookalikes.latin(character);
			case LATIN_SMALL -> SymbolTable.isLatin(folded) ? 0 : Lookalikes.latin(folded);
			case CYRILLIC -> Lookalikes.cyrillic(folded);
			case TURNED -> Lookalikes.turned(character < 0x80 ? folded : character);
		};
	}

}
