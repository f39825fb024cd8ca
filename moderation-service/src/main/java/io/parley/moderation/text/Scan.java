package io.parley.moderation.text;

import java.util.List;

/** One pass over a reading. Not thread-safe; each thread keeps its own. */
final class Scan {

	private static final ThreadLocal<Scan> OF_THREAD = ThreadLocal.withInitial(Scan::new);

	/** How many words of a phrase may precede one that is hidden. */
	private static final int WORDS = 6;

	/** How far from the beginning of a term its first foreign letter may be. */
	private static final int REACH = 40;

	private final Reading reading = new Reading();

	private final Context context = new Context(this.reading);

	private final Walk walk = new Walk(this.reading, this.context);

	private final Tokens tokens = new Tokens();

	private final Suspicions suspicions = new Suspicions(this.reading, this.tokens);

	private FoldedIndex index;

	private int phrasesUntil;

	private int maskedUntil;

	@SuppressWarnings("NullAway.Init") // set by each run
	private Scan() {
	}

	/** This thread's, without hits. */
	static Scan start() {
		Scan scan = OF_THREAD.get();
		scan.walk.hits().clear();
		return scan;
	}

	Reading reading() {
		return this.reading;
	}

	List<TermHit> hits() {
		return this.walk.hits();
	}

	/**
	 * Adds what there is of an index in what was read as it is written. Most tokens are
	 * passed by their hash; only those near signs of evasion are looked at in full.
	 */
	void run(FoldedIndex terms, View as) {
		this.index = terms;
		this.walk.of(terms, as, false);
		this.tokens.split(this.reading);
		TokenFilter filter = terms.filter();
		int count = this.tokens.findCandidates(filter);
		this.phrasesUntil = 0;
		this.maskedUntil = 0;
		if (Symbol.is(this.reading.kinds, Symbol.SIGN)) {
			fromSigns(0, (this.tokens.size > 0) ? this.tokens.start(0) : 0);
		}
		for (int i = 0; i < count; i++) {
			look(this.tokens.candidate(i), filter);
		}
		affixed();
		if (Symbol.is(this.reading.kinds, Symbol.UNDIVIDED)) {
			undivided();
		}
	}

	/** Where words are not divided, a term may begin with any letter. */
	private void undivided() {
		int[] symbols = this.reading.symbols;
		for (int i = 0; i < this.reading.size; i++) {
			if ((symbols[i] & (Symbol.UNDIVIDED | Symbol.MARK)) == Symbol.UNDIVIDED) {
				fromBeginning(i);
			}
		}
	}

	private void look(int token, TokenFilter filter) {
		int start = this.tokens.start(token);
		int end = this.tokens.end(token);
		boolean suspicious = this.suspicions.isAt(token);
		boolean known = filter.has(this.tokens.hash(token)) != 0;
		if (known && end - start >= ReversedWords.SHORTEST) {
			reversed(start, end);
		}
		if (suspicious || (known && filter.spells(this.reading.symbols, start, end))
				|| mayGoOn(token, end - start, filter)) {
			fromToken(token);
		}
		if (filter.hasPhrases() && (suspicious || isWordOfPhrase(token, filter))) {
			fromPhrases(token, filter);
		}
		if (suspicious && token > 0 && this.suspicions.isSpelledOut(token)) {
			fromToken(token - 1);
		}
		if (this.tokens.isSpecial(token)) {
			signs(token);
		}
	}

	/** Whether a word of a phrase may be in two pieces here. */
	private boolean isWordOfPhrase(int token, TokenFilter filter) {
		return this.tokens.isJoined(token) && filter.hasWord(this.tokens.pair(token)) != 0;
	}

	/** Whether a token and the next may be one term. */
	private boolean mayGoOn(int token, int length, TokenFilter filter) {
		if (token + 1 == this.tokens.size) {
			return false;
		}
		int pair = this.tokens.pair(token);
		return filter.has(pair) != 0
				&& (length + this.tokens.length(token + 1) >= Gaps.SHORTEST_SPLIT || this.tokens.isJoined(token)
						|| filter.hasPhrase(pair))
				&& filter.spells(this.reading.symbols, this.tokens.start(token), this.tokens.end(token + 1));
	}

	/** The first words of a phrase may precede one that is hidden. */
	private void fromPhrases(int token, TokenFilter filter) {
		for (int i = Math.max(this.phrasesUntil, token - WORDS); i <= token; i++) {
			if (filter.begins(this.tokens.hash(i)) || filter.begins(this.tokens.pair(i))) {
				fromToken(i);
			}
		}
		this.phrasesUntil = token + 1;
	}

	private void signs(int token) {
		int start = this.tokens.start(token);
		if (Symbol.is(this.reading.symbols[start], Symbol.DIGIT) || Affixes.mayBeginIn(this.reading.symbols, start)) {
			fromPrefix(start);
		}
		int end = this.tokens.end(token);
		int next = (token + 1 < this.tokens.size) ? this.tokens.start(token + 1) : this.reading.size;
		fromSigns(end, next);
		if (end < next && Symbol.is(this.reading.symbols[end], Symbol.MASK) && end >= this.maskedUntil) {
			this.maskedUntil = masked(this.tokens.start(token), end);
		}
	}

	private void affixed() {
		int[] symbols = this.reading.symbols;
		for (int i = 0; i < this.tokens.countOfLong(); i++) {
			int token = this.tokens.longOne(i);
			int start = this.tokens.start(token);
			int end = start + this.tokens.length(token);
			if (end - start <= Affixes.SHORTEST + 1) {
				continue;
			}
			if (Affixes.mayBeginIn(symbols, start)) {
				fromPrefix(start);
			}
			if (Affixes.mayEndIn(symbols, end) && Affixes.endsInSuffix(this.reading.text, this.reading.starts[start],
					this.reading.starts[end - 1])) {
				fromToken(token);
			}
		}
	}

	private void fromToken(int token) {
		if (!this.tokens.isNew(token)) {
			return;
		}
		int start = this.tokens.start(token);
		int before = start - 1;
		while (before >= 0 && (this.reading.symbols[before] & (Symbol.TAG | Symbol.GAP)) == Symbol.TAG) {
			before--;
		}
		if (!goesOn(before < 0 ? Symbol.GAP : this.reading.symbols[before], this.reading.symbols[start])) {
			fromBeginning(start);
		}
	}

	/** The same by a look at each word in full, for readings that are evasions anyway. */
	void runEverywhere(FoldedIndex terms, View as, boolean backwards) {
		this.index = terms;
		this.walk.of(terms, as, backwards);
		boolean plain = as.kind() == View.Kind.NATIVE && !backwards;
		if (Symbol.is(this.reading.kinds, Symbol.SIGN)) {
			fromSigns(0, this.reading.size);
		}
		int[] symbols = this.reading.symbols;
		int size = this.reading.size;
		int before = Symbol.GAP;
		int maskedUntil = 0;
		// What is read as another script is of interest near letters of that script only.
		int telling = switch (as.kind()) {
			case LATIN, LATIN_SMALL -> Symbol.FOREIGN;
			case TURNED -> Symbol.TURNED;
			default -> 0;
		};
		int foreign = -1;
		for (int i = 0; i < size;) {
			int symbol = symbols[i];
			if ((symbol & (Symbol.TAG | Symbol.GAP)) == Symbol.TAG) {
				i++;
				continue;
			}
			if ((symbol & Symbol.WORD) == 0) {
				before = symbol;
				i++;
				continue;
			}
			int end = endOfWord(symbols, i);
			if (telling != 0 && foreign < i) {
				foreign = this.reading.next(telling, i);
			}
			if ((foreign - i <= REACH || telling == 0) && !goesOn(before, symbol)) {
				fromBeginning(i);
			}
			if (plain) {
				if (end - i >= ReversedWords.SHORTEST) {
					reversed(i, end);
					if (end - i > Affixes.SHORTEST) {
						fromPrefix(i);
					}
				}
				if (end < size && end >= maskedUntil && Symbol.is(symbols[end], Symbol.MASK)) {
					maskedUntil = masked(i, end);
				}
			}
			before = symbols[end - 1];
			i = end;
		}
	}

	/** Whether a letter belongs to what is before it, if only markup is between them. */
	private static boolean goesOn(int before, int symbol) {
		return Symbol.is(symbol, Symbol.MARK)
				|| (Symbol.is(before, Symbol.WORD) && !Symbol.is(before | symbol, Symbol.UNDIVIDED));
	}

	/** The end of a run of letters and digits; letters of undivided scripts are alone. */
	private static int endOfWord(int[] symbols, int start) {
		int end = start + 1;
		if (Symbol.is(symbols[start], Symbol.UNDIVIDED)) {
			return end;
		}
		while ((symbols[end] & Symbol.RUN) != 0) {
			end++;
		}
		return end;
	}

	private void fromBeginning(int start) {
		if (!this.walk.isInSpelledOut(start) && this.index.beginnings().has(this.reading, start)) {
			this.walk.from(start);
		}
	}

	/** A term may begin with a sign in place of a letter. */
	private void fromSigns(int from, int to) {
		int[] symbols = this.reading.symbols;
		int before = (from == 0) ? Symbol.GAP : symbols[from - 1];
		for (int i = from; i < to; i++) {
			int symbol = symbols[i];
			if (Symbol.is(symbol, Symbol.SIGN) && (symbol & Symbol.CLASS) != (before & Symbol.CLASS)
					&& !this.reading.isExclamation(i)) {
				fromBeginning(i);
			}
			if ((symbol & (Symbol.TAG | Symbol.GAP)) != Symbol.TAG) {
				before = symbol;
			}
		}
	}

	/** A word may follow one that is often put before a name. */
	private void fromPrefix(int start) {
		int end = Affixes.endOfPrefix(this.reading.text, this.reading.starts[start]);
		if (end < 0) {
			return;
		}
		int i = start;
		while (i < this.reading.size && this.reading.starts[i] < end) {
			i++;
		}
		if (i < this.reading.size && Symbol.is(this.reading.symbols[i], Symbol.LETTER)
				&& this.index.beginnings().has(this.reading, i)) {
			this.walk.afterPrefix(i);
		}
	}

	private void reversed(int from, int to) {
		ReversedWords words = this.index.reversed();
		for (int term = words.first(this.reading.symbols, from, to); term >= 0; term = words.next(term)) {
			if (this.context.isReversed(this.index.term(term), this.index.classes(term), from, to)) {
				this.walk.add(this.index.term(term), from, to - 1, Evasion.REVERSED);
			}
		}
	}

	/** Looks up the word around a mask; returns where it ends. */
	private int masked(int from, int mask) {
		int end = this.context.endOfMasked(mask);
		// What signs spell they do not hide.
		if (end - mask >= 2 && !this.walk.hasFound(from, end - 1)) {
			for (int index : this.index.masked().like(this.reading, from, end)) {
				this.walk.add(this.index.term(index), from, end - 1, Evasion.MASKED);
			}
		}
		return end;
	}

}
