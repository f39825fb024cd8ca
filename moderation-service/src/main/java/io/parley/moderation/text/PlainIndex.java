package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Terms that are looked for character by character: those that are exact, those that may
 * stand anywhere, and those that are not of letters alone. Immutable and thread-safe.
 */
final class PlainIndex {

	/** Several indexes read the same text. */
	private static final ThreadLocal<FoldedText> CASE = ThreadLocal
		.withInitial(() -> new FoldedText(FoldedText.Form.CASE));

	private static final ThreadLocal<FoldedText> FOLDED = ThreadLocal
		.withInitial(() -> new FoldedText(FoldedText.Form.FOLDED));

	private final ThreadLocal<FoldedText> rows;

	private final List<Entry> terms;

	/** Whether these are exceptions, which may be anything. */
	private final boolean spares;

	/** Whether none may begin in the middle of a word. */
	private final boolean wholeWords;

	/** The numbers of the characters of the terms; 0 of others. */
	private final char[] classes = new char[Character.MAX_VALUE + 1];

	/** Beginnings of two characters, or one. */
	private final BitSet beginnings = new BitSet(1 << 16);

	private final TermTrie trie;

	/** The terms that end at an entry of the trie. */
	private final int[][] spelled;

	/**
	 * Characters of UTF-16 of which each term has one, if all terms have such that are
	 * rare.
	 */
	private final boolean[] signs;

	private PlainIndex(ThreadLocal<FoldedText> rows, List<Entry> terms, boolean spares) {
		this.rows = rows;
		this.spares = spares;
		this.terms = terms;
		this.wholeWords = terms.stream().allMatch(Entry::wholeWords);
		TreeMap<char[], List<Integer>> spellings = new TreeMap<>(Arrays::compare);
		int size = 1;
		for (int i = 0; i < terms.size(); i++) {
			char[] row = terms.get(i).folded().toCharArray();
			for (int at = 0; at < row.length; at++) {
				if (this.classes[row[at]] == 0) {
					this.classes[row[at]] = (char) size++;
				}
				row[at] = this.classes[row[at]];
			}
			spellings.computeIfAbsent(row, same -> new ArrayList<>(1)).add(i);
			this.beginnings.set(beginning(row[0], row.length > 1 ? row[1] : 0));
		}
		this.trie = new TermTrie(spellings.keySet().toArray(char[][]::new));
		this.spelled = spellings.values()
			.stream()
			.map(row -> row.stream().mapToInt(Integer::intValue).toArray())
			.toArray(int[][]::new);
		this.signs = signs();
	}

	/** Exact terms: whole words, whatever their case. */
	static PlainIndex ofExact(Collection<TermList> lists) {
		List<Entry> terms = new ArrayList<>();
		for (TermList list : lists) {
			if (list.matching() == Matching.EXACT) {
				list.terms().forEach(term -> add(terms, list, term, true));
			}
		}
		return new PlainIndex(CASE, terms, false);
	}

	/** Terms that may stand anywhere, and folded ones that are not of letters alone. */
	static PlainIndex ofFolded(Collection<TermList> lists) {
		List<Entry> terms = new ArrayList<>();
		for (TermList list : lists) {
			if (list.matching() == Matching.SUBSTRING) {
				list.terms().forEach(term -> add(terms, list, term, false));
			}
			else if (list.matching() == Matching.FOLDED) {
				for (String term : list.terms()) {
					if (FoldedTerm.of(list.name(), term) == null) {
						add(terms, list, term, true);
					}
				}
			}
		}
		return new PlainIndex(FOLDED, terms, false);
	}

	/**
	 * The words and phrases in which terms do not count: whole words, whatever their
	 * case.
	 */
	static PlainIndex ofExceptions(Collection<TermList> lists) {
		List<Entry> terms = new ArrayList<>();
		for (TermList list : lists) {
			if (list.matching() != Matching.DOMAIN) {
				list.options()
					.forEach((term, options) -> options.exceptions()
						.forEach(exception -> terms.add(new Entry(list.name(), term, exception,
								Matching.EXACT.normalize(exception), true, TermList.isBeginning(term), false))));
			}
		}
		return new PlainIndex(CASE, terms, true);
	}

	/** Adds the hits of a text. */
	void find(String text, List<TermHit> hits) {
		if (this.terms.isEmpty() || (this.signs.length > 0 && !hasSign(text))) {
			return;
		}
		FoldedText row = row(text);
		int size = row.length();
		int next = (size > 0) ? this.classes[row.charAt(0)] : 0;
		for (int i = 0; i < size; i++) {
			int letter = next;
			next = (i + 1 < size) ? this.classes[row.charAt(i + 1)] : 0;
			if (letter != 0 && !(this.wholeWords && isInside(text, row.start(i)))
					&& (this.beginnings.get(beginning(letter, next)) || this.beginnings.get(beginning(letter, 0)))) {
				walk(row, text, i, hits);
			}
		}
	}

	private FoldedText row(String text) {
		FoldedText row = CASE.get();
		row.read(text);
		if (!row.isAscii()) {
			row = this.rows.get();
			row.read(text);
		}
		return row;
	}

	/**
	 * Whether there are letters or digits on both sides, of scripts that divide their
	 * words; cheaper than to ask for a boundary.
	 */
	private static boolean isInside(String text, int start) {
		if (start == 0) {
			return false;
		}
		char before = text.charAt(start - 1);
		char after = text.charAt(start);
		return before < Words.FIRST_UNDIVIDED && after < Words.FIRST_UNDIVIDED && Words.isPart(before)
				&& Words.isPart(after);
	}

	private void walk(FoldedText row, String text, int first, List<TermHit> hits) {
		int node = TermTrie.ROOT;
		int entry = this.trie.entry(node);
		int depth = 0;
		for (int i = first; i < row.length(); i++) {
			int letter = this.classes[row.charAt(i)];
			if (letter == 0) {
				return;
			}
			if (entry >= 0) {
				char[] rest = this.trie.classes(entry);
				if (depth == rest.length || rest[depth] != letter) {
					return;
				}
			}
			else {
				node = this.trie.step(node, letter);
				if (node < 0) {
					return;
				}
				entry = this.trie.entry(node);
			}
			depth++;
			int ended = (entry < 0) ? this.trie.ending(node) : (this.trie.classes(entry).length == depth) ? entry : -1;
			if (ended >= 0) {
				add(ended, row, text, first, i, hits);
			}
		}
	}

	private void add(int entry, FoldedText row, String text, int first, int last, List<TermHit> hits) {
		int start = row.start(first);
		int end = row.end(last);
		boolean bounded = Words.isBoundary(text, start) && Words.isBoundary(text, end);
		boolean words = bounded && (this.spares || Borders.areWords(text, start, end));
		for (int index : this.spelled[entry]) {
			Entry term = this.terms.get(index);
			if (term.isBeginning()) {
				addBeginning(term, text, start, end, hits);
				continue;
			}
			if ((words || !term.wholeWords()) && (!term.keepsAccents() || isWritten(term.term(), text, start, end))) {
				hits.add(new TermHit(term.list(), term.term(), start, end));
			}
		}
	}

	/** Adds the whole word that begins with a term. */
	private static void addBeginning(Entry term, String text, int start, int end, List<TermHit> hits) {
		if (!Words.isBoundary(text, start) || !Borders.areWords(text, start, end)
				|| (term.keepsAccents() && !isWritten(term.written(), text, start, end))) {
			return;
		}
		int last = end;
		while (!Words.isBoundary(text, last)) {
			last += Character.charCount(text.codePointAt(last));
		}
		hits.add(new TermHit(term.list(), term.term(), start, last));
	}

	/** Whether a place has the very letters of a term, with their accents. */
	private static boolean isWritten(String term, String text, int start, int end) {
		return Matching.EXACT.normalize(text.substring(start, end)).equals(Matching.EXACT.normalize(term));
	}

	private boolean hasSign(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (this.signs[text.charAt(i)]) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The first sign of each term, as what it may be written; none if a term has none.
	 */
	private boolean[] signs() {
		BitSet folded = new BitSet();
		for (Entry term : this.terms) {
			int sign = term.folded().chars().filter(PlainIndex::isSign).findFirst().orElse(-1);
			if (sign < 0 || !term.wholeWords()) {
				return new boolean[0];
			}
			folded.set(sign);
		}
		boolean[] written = new boolean[Character.MAX_VALUE + 1];
		for (int character = 0; character < written.length; character++) {
			written[character] = Character.isSurrogate((char) character) ? folded.get(character)
					: Folding.fold(Character.toString(character)).chars().anyMatch(folded::get);
		}
		return written;
	}

	private static boolean isSign(int character) {
		// The first half of a pair is that of all emoji.
		return !Character.isLetterOrDigit(character) && character != ' '
				&& !Character.isHighSurrogate((char) character);
	}

	private static int beginning(int first, int second) {
		return ((first * 0x9E3779B1 + second) * 0x85EBCA77) >>> 16;
	}

	private static void add(List<Entry> terms, TermList list, String term, boolean wholeWords) {
		boolean beginning = wholeWords && TermList.isBeginning(term);
		String written = beginning ? term.substring(0, term.length() - 1) : term;
		String folded = list.matching().normalize(written);
		if (!folded.isEmpty()) {
			terms.add(new Entry(list.name(), term, written, folded, wholeWords, beginning,
					list.optionsOf(term).keepsAccents()));
		}
	}

	/**
	 * A term of a list.
	 *
	 * @param written what has to be in a text
	 * @param isBeginning whether it stands for all words that begin with it
	 */
	private record Entry(String list, String term, String written, String folded, boolean wholeWords,
			boolean isBeginning, boolean keepsAccents) {

	}

}
