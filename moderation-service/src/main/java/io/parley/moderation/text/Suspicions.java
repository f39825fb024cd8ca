package io.parley.moderation.text;

/**
 * Tells where a text has what nobody writes who hides nothing, or rarely: single letters
 * in a row, signs and digits among letters, several signs between pieces. Not
 * thread-safe.
 */
final class Suspicions {

	private final Reading reading;

	private final Tokens tokens;

	Suspicions(Reading reading, Tokens tokens) {
		this.reading = reading;
		this.tokens = tokens;
	}

	/**
	 * Whether a term may begin at a token that is neither the whole of it, nor it and the
	 * next.
	 */
	boolean isAt(int token) {
		if (this.tokens.isJoined(token) && (this.tokens.isJoined(token + 1) || isMixed(token + 1))) {
			return true;
		}
		return isMixed(token) || isSpelledOut(token);
	}

	/** Whether single letters begin here. */
	boolean isSpelledOut(int token) {
		return this.tokens.isSingle(token) && (this.tokens.isSingle(token + 1) || this.tokens.isSingle(token + 2));
	}

	/** Whether it has letters and digits, or signs after it that may be letters. */
	private boolean isMixed(int token) {
		if (!this.tokens.isSpecial(token)) {
			return false;
		}
		int[] symbols = this.reading.symbols;
		int kinds = 0;
		int at = this.tokens.start(token);
		for (; symbols[at] >= Symbol.RUN; at++) {
			kinds |= symbols[at];
		}
		if ((kinds & Symbol.WORD) == Symbol.WORD) {
			return true;
		}
		for (; at < this.reading.size && symbols[at] < Symbol.RUN; at++) {
			int symbol = symbols[at];
			// Of a run of one sign the first tells.
			if (Symbol.is(symbol, Symbol.TAG | Symbol.UNDIVIDED) || (Symbol.is(symbol, Symbol.SIGN)
					&& symbol != symbols[at - 1] && !this.reading.isExclamation(at))) {
				return true;
			}
		}
		return false;
	}

}
