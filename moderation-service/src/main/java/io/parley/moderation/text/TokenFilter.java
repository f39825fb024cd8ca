package io.parley.moderation.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Tells for most tokens that they are neither a term, nor one backwards, nor words of a
 * phrase, by their hashes. May be wrong only by saying yes. Immutable.
 */
final class TokenFilter {

	/** Of letters in their order: as they are, and with equal neighbours as one. */
	private static final int WRITTEN = 0x1B873593;

	private static final int COLLAPSED = 0x3C6EF372;

	private static final int PHRASE = 0x2545F491;

	/** Sums of letters that are asked for at each token, so they are kept few. */
	private final Bloom sums;

	private final Bloom wordsOfPhrases;

	private final Bloom beginnings;

	/** Letters in their order, and sums of several words of a phrase. */
	private final Bloom orders;

	private final boolean phrases;

	/** Letters that are terms by themselves, a bit each; several share one. */
	private final long initials;

	TokenFilter(List<FoldedTerm> terms, char[][] classes) {
		long breaks = 0;
		for (FoldedTerm term : terms) {
			breaks += term.breaks().cardinality();
		}
		this.phrases = breaks > 0;
		this.initials = Arrays.stream(classes)
			.filter(letters -> letters.length == 1)
			.mapToLong(letters -> 1L << letters[0])
			.reduce(0, (some, more) -> some | more);
		this.sums = new Bloom(2L * terms.size() + 2 * breaks);
		this.wordsOfPhrases = new Bloom(3 * breaks);
		this.beginnings = new Bloom(2 * breaks);
		this.orders = new Bloom(2L * terms.size() + 3 * breaks);
		for (int i = 0; i < classes.length; i++) {
			add(terms.get(i), classes[i]);
		}
	}

	/** 1 if a token or two may be a term, one backwards, or words of a phrase; or 0. */
	int has(int sum) {
		return this.sums.has(sum);
	}

	/** Whether a token or two may be the first words of a phrase, even a single one. */
	boolean begins(int sum) {
		return this.beginnings.has(sum) != 0;
	}

	/** Whether two tokens together may be words of a phrase. */
	boolean hasPhrase(int sum) {
		return this.orders.has(sum ^ PHRASE) != 0;
	}

	/** 1 if two tokens together may be one word of a phrase; or 0. */
	int hasWord(int sum) {
		return this.wordsOfPhrases.has(sum);
	}

	/**
	 * Whether letters may be a term, or the first words of one, in just this order. What
	 * is no letter is passed; letters that are repeated may be meant once.
	 */
	boolean spells(int[] symbols, int from, int to) {
		int written = WRITTEN;
		int collapsed = COLLAPSED;
		int repeats = 0;
		int before = 0;
		for (int i = from; i < to; i++) {
			int symbol = symbols[i];
			if (symbol >= Symbol.RUN) {
				int letter = symbol & Symbol.CLASS;
				written = next(written, letter);
				if (letter == before) {
					repeats++;
				}
				else {
					collapsed = next(collapsed, letter);
				}
				before = letter;
			}
		}
		return this.orders.has((repeats == 0) ? written : collapsed) != 0;
	}

	/** 1 if a single letter may be a term by itself; or 0. */
	int hasInitial(int symbol) {
		return (int) (this.initials >>> symbol) & 1;
	}

	boolean hasPhrases() {
		return this.phrases;
	}

	private void add(FoldedTerm term, char[] classes) {
		BitSet breaks = term.breaks();
		for (char letter : classes) {
			// It may be written again and again, alone.
			this.sums.add(Tokens.hashOf(letter));
		}
		int words = 1;
		// As one word, and as words of which each is collapsed by itself.
		int glued = 0;
		int apart = 0;
		int word = 0;
		int start = 0;
		int written = WRITTEN;
		int collapsed = COLLAPSED;
		for (int i = 0; i < classes.length; i++) {
			boolean first = i == 0 || breaks.get(i);
			if (breaks.get(i)) {
				this.beginnings.add(glued);
				this.beginnings.add(apart);
				addWord(word, classes, start, i);
				word = 0;
				start = i;
				if (words++ > 1) {
					addWords(glued, apart, written, collapsed);
				}
			}
			boolean same = i > 0 && classes[i - 1] == classes[i];
			int letter = Tokens.hashOf(classes[i]);
			glued += same ? 0 : letter;
			apart += same && !first ? 0 : letter;
			word += same && !first ? 0 : letter;
			written = next(written, classes[i]);
			collapsed = same ? collapsed : next(collapsed, classes[i]);
		}
		if (words > 1) {
			addWord(word, classes, start, classes.length);
			addWords(glued, apart, written, collapsed);
			return;
		}
		this.sums.add(glued);
		this.orders.add(written);
		this.orders.add(collapsed);
		addSplits(this.sums, glued, classes, 0, classes.length);
	}

	private void addWord(int sum, char[] classes, int from, int to) {
		this.wordsOfPhrases.add(sum);
		addSplits(this.wordsOfPhrases, sum, classes, from, to);
	}

	/** Two pieces between which a letter is doubled have it twice. */
	private static void addSplits(Bloom sums, int sum, char[] classes, int from, int to) {
		for (int i = from + 1; i < to; i++) {
			if (classes[i - 1] == classes[i]) {
				sums.add(sum + Tokens.hashOf(classes[i]));
			}
		}
	}

	private void addWords(int glued, int apart, int written, int collapsed) {
		this.sums.add(glued);
		this.sums.add(apart);
		this.orders.add(apart ^ PHRASE);
		this.orders.add(written);
		this.orders.add(collapsed);
	}

	private static int next(int hash, int letter) {
		return hash * 31 + letter;
	}

}
