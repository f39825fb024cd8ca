package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.List;

/** One pass over a reading. Not thread-safe; each thread keeps its own. */
final class Scan {

	private static final int LONGEST_GAP = 5;

	/** Repetitions across gaps; more would make the time quadratic. */
	private static final int MOST_REPEATS = 16;

	private static final ThreadLocal<Scan> OF_THREAD = ThreadLocal.withInitial(Scan::new);

	private final Reading reading = new Reading();

	private final Spelling spelling = new Spelling(this.reading);

	private final Context context = new Context(this.reading);

	private final List<TermHit> hits = new ArrayList<>();

	private FoldedIndex index;

	private View view;

	private boolean backwards;

	@SuppressWarnings("NullAway.Init") // both are set by each run
	private Scan() {
	}

	/** This thread's, without hits. */
	static Scan start() {
		Scan scan = OF_THREAD.get();
		scan.hits.clear();
		return scan;
	}

	Reading reading() {
		return this.reading;
	}

	List<TermHit> hits() {
		return this.hits;
	}

	/** Adds what there is of an index in what was read. */
	void run(FoldedIndex terms, View as, boolean isBackwards) {
		this.index = terms;
		this.view = as;
		this.backwards = isBackwards;
		boolean plain = as.kind() == View.Kind.NATIVE && !isBackwards;
		int[] symbols = this.reading.symbols;
		int size = this.reading.size;
		int before = Symbol.GAP;
		int maskedUntil = 0;
		for (int i = 0; i < size;) {
			int symbol = symbols[i];
			if ((symbol & (Symbol.TAG | Symbol.GAP)) == Symbol.TAG) {
				i++;
				continue;
			}
			if ((symbol & Symbol.WORD) == 0) {
				if (Symbol.is(symbol, Symbol.SIGN) && (symbol & Symbol.CLASS) != (before & Symbol.CLASS)) {
					walk(i, false);
				}
				before = symbol;
				i++;
				continue;
			}
			int end = endOfWord(symbols, i);
			if (!goesOn(before, symbol) && this.index.beginnings().has(symbols, i, size)) {
				walk(i, false);
			}
			if (plain) {
				if (end - i >= ReversedWords.SHORTEST) {
					wholeWord(i, end);
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

	/** Looks for a word backwards, and for a term between a prefix and a suffix. */
	private void wholeWord(int start, int end) {
		reversed(start, end);
		if (end - start > Affixes.SHORTEST) {
			walkAfterPrefix(start);
		}
	}

	/** A word may follow one that is often put before a name. */
	private void walkAfterPrefix(int at) {
		int end = Affixes.endOfPrefix(this.reading.text, this.reading.starts[at]);
		if (end < 0) {
			return;
		}
		int i = at;
		while (i < this.reading.size && this.reading.starts[i] < end) {
			i++;
		}
		if (i < this.reading.size && Symbol.is(this.reading.symbols[i], Symbol.LETTER)) {
			walk(i, true);
		}
	}

	private void walk(int first, boolean glued) {
		if (walk(first, glued, false) && !Symbol.is(this.reading.symbols[first], Symbol.SIGN)) {
			walk(first, glued, true);
		}
	}

	/** Follows the trie over gaps and repeats; whether a sign was taken for a letter. */
	private boolean walk(int first, boolean glued, boolean signsAreGaps) {
		TermTrie trie = this.index.trie();
		int[] symbols = this.reading.symbols;
		int size = this.reading.size;
		int node = TermTrie.ROOT;
		int entry = trie.entry(node);
		int depth = 0;
		int last = 0;
		int gap = 0;
		int repeats = 0;
		boolean crossed = false;
		boolean signs = false;
		this.spelling.clear();
		for (int i = first; i < size; i++) {
			int symbol = symbols[i];
			int letter = symbol & Symbol.CLASS;
			if (Symbol.is(symbol, Symbol.GAP | Symbol.TAG)) {
				boolean asLetter = Symbol.is(symbol, Symbol.SIGN) && !signsAreGaps
						&& (letter == last || isNext(trie, node, entry, depth, letter));
				if (!asLetter) {
					if (Symbol.is(symbol, Symbol.GAP) && (i == first || ++gap > LONGEST_GAP)) {
						break;
					}
					crossed |= Symbol.is(symbol, Symbol.GAP);
					continue;
				}
				signs = true;
			}
			if (letter == last && last != 0) {
				if ((crossed || Symbol.is(symbol, Symbol.UNDIVIDED)) && ++repeats > MOST_REPEATS) {
					break;
				}
			}
			else if (letter == 0) {
				break;
			}
			else if (entry >= 0) {
				char[] rest = trie.classes(entry);
				if (depth == rest.length || rest[depth] != letter) {
					break;
				}
				depth++;
			}
			else {
				node = trie.step(node, letter);
				if (node < 0) {
					break;
				}
				depth++;
				entry = trie.entry(node);
			}
			this.spelling.add(i);
			last = letter;
			gap = 0;
			boolean inside = i + 1 < size && Symbol.is(symbols[i + 1], Symbol.LETTER);
			if (inside && depth < 3 && !Symbol.is(symbol, Symbol.UNDIVIDED)) {
				continue;
			}
			int ended = (entry < 0) ? trie.ending(node) : (trie.classes(entry).length == depth) ? entry : -1;
			if (ended >= 0) {
				verify(ended, first, i, glued);
			}
		}
		return signs;
	}

	private static boolean isNext(TermTrie trie, int node, int entry, int depth, int letter) {
		if (entry < 0) {
			return trie.step(node, letter) >= 0;
		}
		char[] rest = trie.classes(entry);
		return depth < rest.length && rest[depth] == letter;
	}

	private void verify(int entry, int first, int last, boolean afterPrefix) {
		boolean beforeSuffix = !this.context.endsWord(last);
		if (beforeSuffix && !this.context.beforeSuffix(last)) {
			return;
		}
		boolean glued = afterPrefix || beforeSuffix;
		for (int index : this.index.spelled(entry)) {
			FoldedTerm term = this.index.term(index);
			if (glued && term.length() < Affixes.SHORTEST) {
				continue;
			}
			Evasion evasion = this.spelling.of(term, this.index.classes(index), this.view, glued);
			if (evasion != null && this.context.allows(this.view, this.spelling, evasion, first, last)) {
				add(term, first, last, (this.backwards && evasion != Evasion.TURNED) ? Evasion.REVERSED : evasion);
			}
		}
	}

	private void reversed(int from, int to) {
		ReversedWords words = this.index.reversed();
		for (int term = words.first(this.reading.symbols, from, to); term >= 0; term = words.next(term)) {
			if (this.context.isReversed(this.index.classes(term), from, to)) {
				add(this.index.term(term), from, to - 1, Evasion.REVERSED);
			}
		}
	}

	/** Looks up the word around a mask; returns where it ends. */
	private int masked(int from, int mask) {
		int end = this.context.endOfMasked(mask);
		if (end - mask >= 2) {
			for (int index : this.index.masked().like(this.reading, from, end)) {
				add(this.index.term(index), from, end - 1, Evasion.MASKED);
			}
		}
		return end;
	}

	private void add(FoldedTerm term, int first, int last, Evasion evasion) {
		if (this.backwards) {
			int start = this.reading.starts[last];
			int end = this.reading.starts[first];
			int after = end + Character.charCount(this.reading.text.codePointAt(end));
			this.hits.add(new TermHit(term.list(), term.term(), start, after, evasion));
			return;
		}
		this.hits
			.add(new TermHit(term.list(), term.term(), this.reading.starts[first], this.reading.end(last), evasion));
	}

}
