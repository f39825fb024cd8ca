package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * All terms of letters that are to be found however they are hidden. Immutable and
 * thread-safe.
 */
final class FoldedIndex {

	private final List<FoldedTerm> terms;

	/** The classes of each term's letters. */
	private final char[][] classes;

	/** The terms that end at an entry of the trie. */
	private final int[][] spelled;

	private final TermTrie trie;

	private final Beginnings beginnings;

	private final TokenFilter filter;

	private final View nativeView;

	private final View latinView;

	private final View latinSmallView;

	private final View turnedView;

	private final View cyrillicView;

	private final boolean cyrillic;

	/** The classes of first words of one letter. */
	private final BitSet initials = new BitSet();

	private final MaskedWords masked;

	private final ReversedWords reversed;

	FoldedIndex(Collection<FoldedTerm> all) {
		Disguises disguises = new Disguises(all);
		this.terms = all.stream().map(disguises::mind).toList();
		Alphabet alphabet = new Alphabet();
		this.terms.forEach(term -> alphabet.add(term.letters()));
		this.classes = new char[this.terms.size()][];
		TreeMap<char[], List<Integer>> rows = new TreeMap<>(Arrays::compare);
		for (int i = 0; i < this.classes.length; i++) {
			this.classes[i] = this.terms.get(i).classes(alphabet);
			if (this.classes[i].length == 1 || this.terms.get(i).breaks().get(1)) {
				this.initials.set(this.classes[i][0]);
			}
			rows.computeIfAbsent(FoldedTerm.collapsed(this.classes[i]), row -> new ArrayList<>(1)).add(i);
		}
		char[][] entries = rows.keySet().toArray(char[][]::new);
		this.trie = new TermTrie(entries);
		this.beginnings = new Beginnings(entries);
		this.filter = new TokenFilter(this.terms, this.classes);
		this.spelled = rows.values()
			.stream()
			.map(row -> row.stream().mapToInt(Integer::intValue).toArray())
			.toArray(int[][]::new);
		this.nativeView = new View(View.Kind.NATIVE, alphabet);
		this.latinView = new View(View.Kind.LATIN, alphabet);
		this.latinSmallView = new View(View.Kind.LATIN_SMALL, alphabet);
		this.turnedView = new View(View.Kind.TURNED, alphabet);
		this.cyrillic = alphabet.hasCyrillic();
		this.cyrillicView = this.cyrillic ? new View(View.Kind.CYRILLIC, alphabet) : this.nativeView;
		this.masked = new MaskedWords(this.terms, this.classes);
		this.reversed = new ReversedWords(this.terms, this.classes);
	}

	boolean isEmpty() {
		return this.terms.isEmpty();
	}

	/** How texts are read as they are written. */
	View nativeView() {
		return this.nativeView;
	}

	void find(String text, Scan scan) {
		Reading reading = scan.reading();
		reading.read(text, this.nativeView);
		int kinds = reading.kinds;
		scan.run(this, this.nativeView);
		if (Symbol.is(kinds, Symbol.OVERRIDE)) {
			findOverridden(text, scan);
		}
		if (Symbol.is(kinds, Symbol.LOOKS_LATIN)
				&& (Symbol.is(kinds, Symbol.LATIN) || !Symbol.is(kinds, Symbol.NOT_LATIN))) {
			reading.read(text, this.latinView);
			scan.runEverywhere(this, this.latinView, false);
			reading.read(text, this.latinSmallView);
			scan.runEverywhere(this, this.latinSmallView, false);
		}
		if (this.cyrillic && Symbol.is(kinds, Symbol.CYRILLIC) && Symbol.is(kinds, Symbol.LATIN | Symbol.DIGIT)) {
			reading.read(text, this.cyrillicView);
			scan.runEverywhere(this, this.cyrillicView, false);
		}
		if (Symbol.is(kinds, Symbol.TURNED)) {
			reading.read(text, this.turnedView);
			reading.reverse();
			scan.runEverywhere(this, this.turnedView, true);
		}
	}

	TermTrie trie() {
		return this.trie;
	}

	TokenFilter filter() {
		return this.filter;
	}

	Beginnings beginnings() {
		return this.beginnings;
	}

	MaskedWords masked() {
		return this.masked;
	}

	ReversedWords reversed() {
		return this.reversed;
	}

	/** The terms with the classes of an entry. */
	int[] spelled(int entry) {
		return this.spelled[entry];
	}

	/** Whether a term begins with a word that is this letter alone. */
	boolean hasInitial(int letter) {
		return this.initials.get(letter);
	}

	FoldedTerm term(int index) {
		return this.terms.get(index);
	}

	char[] classes(int index) {
		return this.classes[index];
	}

	/** Reads what is shown backwards as it is shown. */
	private void findOverridden(String text, Scan scan) {
		int start = text.indexOf('\u202E');
		while (start >= 0) {
			int end = start + 1;
			while (end < text.length() && !isEndOfOverride(text.charAt(end))) {
				end++;
			}
			scan.reading().read(text, start + 1, end, this.nativeView);
			scan.reading().reverse();
			scan.runEverywhere(this, this.nativeView, true);
			start = text.indexOf('\u202E', end);
		}
	}

	private static boolean isEndOfOverride(char character) {
		return character == '\u202C' || character == '\u2069' || character == '\u202E' || character == '\n';
	}

}
