package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.List;

/** Follows the terms from one place of a reading. Not thread-safe. */
final class Walk {

	private static final int LONGEST_GAP = 5;

	/** Repetitions across gaps or by signs; more would make the time quadratic. */
	private static final int MOST_REPEATS = 12;

	/** Of a letter that is written again and again, so many tell as much as more. */
	private static final int LONGEST_RUN = 24;

	/** From so many repetitions on, only the longest stretch is verified. */
	private static final int TELLING_RUN = 3;

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

	/** Adds the terms that begin here. */
	void from(int first) {
		boolean whole = mustBeWhole(first);
		if (walk(first, false, false, whole) && !Symbol.is(this.reading.symbols[first], Symbol.SIGN)) {
			walk(first, false, true, whole);
		}
	}

	/**
	 * Whether a letter stands alone in the middle of letters that do, where nothing
	 * begins.
	 */
	boolean isInSpelledOut(int first) {
		return (this.reading.symbols[first + 1] & (Symbol.GAP | Symbol.SIGN)) == Symbol.GAP && mustBeWhole(first);
	}

	/** Adds the terms that begin after a prefix. */
	void afterPrefix(int first) {
		walk(first, true, false, true);
	}

	/**
	 * Whether a term that begins here has no gaps: in the middle of letters that stand
	 * alone none begins that is spelled out, unless it is a phrase whose first word is
	 * one letter.
	 */
	private boolean mustBeWhole(int first) {
		return this.view.kind() != View.Kind.TURNED && this.context.goesOnBefore(first)
				&& !this.index.hasInitial(this.reading.symbols[first] & Symbol.CLASS);
	}

	/** Follows the trie over gaps and repeats; whether a sign was taken for a letter. */
	private boolean walk(int first, boolean glued, boolean signsAreGaps, boolean whole) {
		TermTrie trie = this.index.trie();
		int[] symbols = this.reading.symbols;
		int size = this.reading.size;
		int node = TermTrie.ROOT;
		int entry = trie.entry(node);
		int depth = 0;
		int last = 0;
		int gap = 0;
		int repeats = 0;
		int run = 0;
		boolean crossed = false;
		boolean signs = false;
		int i = first;
		this.spelling.clear();
		for (; i < size; i++) {
			int symbol = symbols[i];
			int letter = symbol & Symbol.CLASS;
			if (Symbol.is(symbol, Symbol.GAP | Symbol.TAG)) {
				boolean asLetter = Symbol.is(symbol, Symbol.SIGN) && !signsAreGaps
						&& (letter == last || isNext(trie, node, entry, depth, letter));
				if (!asLetter) {
					if (Symbol.is(symbol, Symbol.GAP) && (whole || i == first || ++gap > LONGEST_GAP)) {
						break;
					}
					crossed |= Symbol.is(symbol, Symbol.GAP);
					continue;
				}
				signs = true;
			}
			if (letter == last && last != 0) {
				// A run inside a word is no more work, for no term begins in it.
				boolean inRun = symbols[i - 1] == symbol && !Symbol.is(symbol, Symbol.SIGN | Symbol.UNDIVIDED);
				if (!inRun && (crossed || signs || Symbol.is(symbol, Symbol.UNDIVIDED)) && ++repeats > MOST_REPEATS) {
					break;
				}
				run++;
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
				run = 0;
			}
			else {
				node = trie.step(node, letter);
				if (node < 0) {
					break;
				}
				depth++;
				run = 0;
				entry = trie.entry(node);
			}
			if (run < LONGEST_RUN) {
				this.spelling.add(i);
			}
			else {
				i = crossed ? i : endOfRun(symbols, i);
				this.spelling.stretch(i);
			}
			last = letter;
			gap = 0;
			boolean inside = i + 1 < size && Symbol.is(symbols[i + 1], Symbol.LETTER);
			if (inside && !Symbol.is(symbol, Symbol.UNDIVIDED) && (depth < 3 || symbols[i + 1] == symbol)) {
				continue;
			}
			int ended = (entry < 0) ? trie.ending(node) : (trie.classes(entry).length == depth) ? entry : -1;
			if (ended >= 0 && (run < TELLING_RUN || repeats == MOST_REPEATS || !isRepeated(i))) {
				verify(ended, first, i, glued);
			}
		}
		this.reading.work += i - first;
		return signs;
	}

	/**
	 * Whether the same letter comes again, so that a longer stretch is verified later.
	 */
	private boolean isRepeated(int at) {
		int[] symbols = this.reading.symbols;
		int next = at + 1;
		while (next < this.reading.size && next - at <= LONGEST_GAP
				&& Symbol.is(symbols[next], Symbol.GAP | Symbol.TAG)) {
			next++;
		}
		return next < this.reading.size && symbols[next] == symbols[at];
	}

	/** The last of the same symbols. */
	private static int endOfRun(int[] symbols, int from) {
		int end = from;
		// The row ends with a symbol that is nothing.
		while (symbols[end + 1] == symbols[from]) {
			end++;
		}
		return end;
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
		if (beforeSuffix && (this.backwards || !this.context.beforeSuffix(last))) {
			return;
		}
		boolean glued = afterPrefix || beforeSuffix;
		for (int index : this.index.spelled(entry)) {
			FoldedTerm term = this.index.term(index);
			if (glued && term.length() < Affixes.SHORTEST) {
				continue;
			}
			Evasion evasion = this.spelling.of(term, this.index.classes(index), this.view, glued);
			if (evasion != null && this.context.allows(this.view, this.spelling, evasion, first, last)
					&& areWords(evasion, first, last)) {
				add(term, first, last, (this.backwards && evasion != Evasion.TURNED) ? Evasion.REVERSED : evasion);
			}
		}
	}

	/**
	 * Whether they are words where words are not divided, taken together if they are
	 * apart.
	 */
	private boolean areWords(Evasion evasion, int first, int last) {
		int kinds = this.reading.symbols[first] | this.reading.symbols[last];
		if (!Symbol.is(kinds, Symbol.UNDIVIDED) || this.backwards) {
			return true;
		}
		int start = this.reading.starts[first];
		int end = this.reading.end(last);
		return switch (evasion) {
			case NONE -> Borders.areWords(this.reading.text, start, end);
			case SEPARATED -> Borders.areWords(this.reading.text, start, end, this.spelling.joined());
			default -> true;
		};
	}

	/** Whether a term was found lately that is just this stretch. */
	boolean hasFound(int first, int last) {
		int start = this.reading.starts[first];
		int end = this.reading.end(last);
		for (int i = this.hits.size() - 1; i >= Math.max(0, this.hits.size() - ListIndex.NEAR); i--) {
			if (this.hits.get(i).start() == start && this.hits.get(i).end() == end) {
				return true;
			}
		}
		return false;
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
		int end = this.reading.end(last);
		end += (term.endsInDot() && this.reading.text.startsWith(".", end)) ? 1 : 0;
		this.hits.add(new TermHit(term.list(), term.term(), this.reading.starts[first], end, evasion));
	}

}
