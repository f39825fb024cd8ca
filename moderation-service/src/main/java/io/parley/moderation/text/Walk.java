package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.List;

/** Follows the terms from one place of a reading. Not thread-safe. */
final class Walk {

	private static final int LONGEST_GAP = 5;

	/** Repetitions across gaps; more would make the time quadratic. */
	private static final int MOST_REPEATS = 16;

	private final Reading reading;

	private final Spelling spelling;

	private final Context context;

	private final List<TermHit> hits = new ArrayList<>();

	private FoldedIndex index;

	private View view;

	private boolean backwards;

	@SuppressWarnings("NullAway.Init") // both are set by each run
	Walk(Reading reading, Context context) {
		this.reading = reading;
		this.spelling = new Spelling(reading);
		this.context = context;
	}

	/** Chooses what is looked for, and how it is read. */
	void of(FoldedIndex terms, View as, boolean isBackwards) {
		this.index = terms;
		this.view = as;
		this.backwards = isBackwards;
	}

	/** What was found; emptied by whoever starts anew. */
	List<TermHit> hits() {
		return this.hits;
	}

	/** Adds the terms that begin here; glued if a prefix is before it. */
	void from(int first, boolean glued) {
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

	/** Adds a hit from its first symbol to its last. */
	void add(FoldedTerm term, int first, int last, Evasion evasion) {
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
