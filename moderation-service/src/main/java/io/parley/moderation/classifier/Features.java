package io.parley.moderation.classifier;

import java.util.Arrays;

/**
 * The features of a text, as hashes: words, pairs of neighbouring words, letters of a
 * word in any order, and runs of three to five letters within a word with its ends; then,
 * of the text as a whole, how long it is and what it looks like. Each different word
 * counts once, so that repeating it adds little. One is filled again and again. Not
 * thread-safe.
 */
public final class Features {

	/**
	 * Which features there are. A change that makes other features of the same text takes
	 * another number, so that a model is not read with features that it was not trained
	 * on.
	 */
	public static final int VERSION = 2;

	private static final int SHORTEST_RUN = 3;

	private static final int LONGEST_RUN = 5;

	/** A sentence with fewer words is one with the next. */
	private static final int SHORTEST_SENTENCE = 10;

	private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

	private static final long WHOLE = 0x2E4C6A8091B3D5F7L;

	private static final long SEED = 0x1F3D5B79A2C4E687L;

	/** The lowest bits of a hash tell what it is of. */
	private static final long KIND = 3;

	private static final long WORD = 0;

	private static final long PAIR = 1;

	private static final long BAG = 2;

	private static final long RUN = 3;

	/** Of fewer letters it is not told how many are capitals. */
	private static final int FEWEST_LETTERS = 8;

	/**
	 * It is told whether a fourth, a half or all of the letters are capitals: fewer are
	 * those of names, which some kinds of people have and others do not.
	 */
	private static final int CAPITAL_STEPS = 4;

	private final Shape shape = new Shape();

	private final Tokens tokens = new Tokens();

	private final SeenHashes seen = new SeenHashes();

	private long[] hashes = new long[1 << 12];

	private int size;

	/** The first feature of each word. */
	private int[] firsts = new int[1 << 8];

	private int[] starts = new int[1 << 8];

	private int[] ends = new int[1 << 8];

	private int words;

	/** The first feature of each sentence. */
	private int[] sentenceFirsts = new int[1 << 8];

	private int sentences;

	/** The first feature of the text as a whole. */
	private int wholeFirst;

	private long previous;

	/** Reads a text; what was read before is forgotten. */
	public void read(String text) {
		this.size = 0;
		this.words = 0;
		this.previous = 0;
		this.sentences = 0;
		this.seen.clear();
		this.tokens.read(text);
		int count = 0;
		int end = 0;
		int firstWord = 0;
		while (this.tokens.next()) {
			if (count == 0 || (this.words - firstWord >= SHORTEST_SENTENCE && ends(text, end, this.tokens.start()))) {
				firstWord = this.words;
				beginSentence();
			}
			end = this.tokens.end();
			add();
			count++;
		}
		this.wholeFirst = this.size;
		ensureWords();
		this.firsts[this.words] = this.size;
		ensureSentences();
		this.sentenceFirsts[this.sentences] = this.size;
		addSteps(0, count);
		addShape(text);
	}

	/** How many features there are. */
	public int size() {
		return this.size;
	}

	/** A feature; all of its 64 bits are of use. */
	public long hash(int index) {
		return this.hashes[index];
	}

	/** Whether a feature is a whole word. */
	public static boolean isWord(long hash) {
		return (hash & KIND) == WORD;
	}

	/** How many words brought features. */
	public int words() {
		return this.words;
	}

	/** The first feature that a word brought; the next word's first ends them. */
	public int first(int word) {
		return this.firsts[word];
	}

	/** How many sentences there are; the features of each lie side by side. */
	int sentences() {
		return this.sentences;
	}

	/** The first feature of a sentence; the next sentence's first ends them. */
	int sentence(int sentence) {
		return this.sentenceFirsts[sentence];
	}

	/** The first feature that is of the text as a whole, and not of any word. */
	int wholeFirst() {
		return this.wholeFirst;
	}

	/** Where in the text a word begins (UTF-16). */
	public int start(int word) {
		return this.starts[word];
	}

	/** Where in the text a word ends (UTF-16). */
	public int end(int word) {
		return this.ends[word];
	}

	/** The memory itself, for a loop over all. */
	long[] hashes() {
		return this.hashes;
	}

	private void add() {
		int length = this.tokens.length();
		char[] word = this.tokens.letters();
		ensure(this.size + length * (LONGEST_RUN - SHORTEST_RUN + 1) + 3);
		ensureWords();
		long hash = SEED;
		for (int i = 1; i <= length; i++) {
			hash = (hash + word[i]) * MULTIPLIER;
		}
		long code = mixed(hash, WORD);
		boolean plain = this.tokens.isWord();
		if (plain && IdentityWords.has(code)) {
			code = IdentityWords.CLASS;
			plain = false;
		}
		int first = this.size;
		if (this.seen.add(code)) {
			this.hashes[this.size++] = code;
			if (plain) {
				addParts(word, length);
			}
		}
		long pair = mixed(this.previous * MULTIPLIER + code, PAIR);
		this.previous = code;
		if (this.seen.add(pair)) {
			this.hashes[this.size++] = pair;
		}
		if (this.size > first) {
			this.firsts[this.words] = first;
			this.starts[this.words] = this.tokens.start();
			this.ends[this.words] = this.tokens.end();
			this.words++;
		}
	}

	private static boolean ends(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char character = text.charAt(i);
			if (character == '.' || character == '!' || character == '?' || character == '\n') {
				return true;
			}
		}
		return false;
	}

	private void beginSentence() {
		ensureSentences();
		this.sentenceFirsts[this.sentences++] = this.size;
	}

	private void addShape(String text) {
		this.shape.read(text);
		for (int sign = Shape.FIRST; sign <= Shape.LAST; sign++) {
			addSteps(sign, this.shape.count(sign));
		}
		int capitals = this.shape.count(Shape.CAPITAL);
		int letters = capitals + this.shape.count(Shape.SMALL);
		if (letters >= FEWEST_LETTERS) {
			addSteps(Shape.CAPITAL, CAPITAL_STEPS * capitals / letters);
		}
	}

	/** A feature for each power of two that a number reaches. */
	private void addSteps(int what, int number) {
		ensure(this.size + Integer.SIZE);
		for (long power = 1; power <= number; power *= 2) {
			this.hashes[this.size++] = mixed(WHOLE + what * MULTIPLIER + power, BAG);
		}
	}

	private void addParts(char[] word, int length) {
		long[] into = this.hashes;
		int at = this.size;
		long bag = SEED;
		for (int i = 1; i <= length; i++) {
			bag += mixed(word[i] * MULTIPLIER, 0);
		}
		into[at++] = mixed(bag, BAG);
		int last = length + 1;
		for (int i = 0; i <= last - SHORTEST_RUN + 1; i++) {
			long hash = ((((SEED + word[i]) * MULTIPLIER) + word[i + 1]) * MULTIPLIER + word[i + 2]) * MULTIPLIER;
			into[at++] = mixed(hash, RUN);
			int end = Math.min(last, i + LONGEST_RUN - 1);
			for (int k = i + SHORTEST_RUN; k <= end; k++) {
				hash = (hash + word[k]) * MULTIPLIER;
				into[at++] = mixed(hash, RUN);
			}
		}
		this.size = at;
	}

	/** The code of a word as the features have it. */
	static long word(String word) {
		long hash = SEED;
		for (int i = 0; i < word.length(); i++) {
			hash = (hash + word.charAt(i)) * MULTIPLIER;
		}
		return mixed(hash, WORD);
	}

	private static long mixed(long hash, long kind) {
		long mixed = (hash ^ (hash >>> 32)) * MULTIPLIER;
		return ((mixed ^ (mixed >>> 29)) & ~KIND) | kind;
	}

	private void ensure(int needed) {
		if (needed > this.hashes.length) {
			this.hashes = Arrays.copyOf(this.hashes, needed * 2);
		}
	}

	private void ensureSentences() {
		if (this.sentences + 1 >= this.sentenceFirsts.length) {
			this.sentenceFirsts = Arrays.copyOf(this.sentenceFirsts, this.sentenceFirsts.length * 2);
		}
	}

	private void ensureWords() {
		if (this.words + 1 >= this.firsts.length) {
			int larger = this.firsts.length * 2;
			this.firsts = Arrays.copyOf(this.firsts, larger);
			this.starts = Arrays.copyOf(this.starts, larger);
			this.ends = Arrays.copyOf(this.ends, larger);
		}
	}

}
