package io.parley.moderation.classifier;

import io.parley.moderation.text.PlainLetters;

/**
 * The words of a text, one after the other, with what hides them undone: lookalike
 * letters, digits and signs in place of letters, letters that are stretched or written
 * apart; a masked letter is a star. One is filled again and again. Not thread-safe.
 */
final class Tokens {

	/** Letters beyond are not looked at; no word is as long. */
	private static final int LONGEST = 48;

	/** Letters written apart from here on are one word. */
	private static final int APART = 3;

	/** The most characters between letters that are written apart. */
	private static final int WIDEST_GAP = 2;

	private static final byte GAP = 0;

	private static final byte LETTER = 1;

	private static final byte DIGIT = 2;

	private static final byte APOSTROPHE = 3;

	private static final byte MASK = 4;

	private static final byte SIGN = 5;

	private static final char STAR = '*';

	private static final char NUMBER = '0';

	/** Letters up to here are Latin. */
	private static final char LAST_LATIN = 0x24F;

	private static final byte[] KINDS = kinds();

	private final Letters text = new Letters();

	private final char[] word = new char[LONGEST + 2];

	private int length;

	private boolean isWord;

	private int start;

	private int end;

	/** The next letter to be looked at. */
	private int at;

	/** Single letters that may be a word written apart. */
	private final int[] singles = new int[LONGEST];

	private int singleCount;

	private int singleNext;

	/** Whether the word after the single letters was found already. */
	private boolean waiting;

	private int letterCount;

	private int otherCount;

	private boolean foreign;

	private boolean mostlyForeign;

	private boolean foreignKnown;

	/** Reads a text; what was read before is forgotten. */
	void read(String of) {
		this.text.read(of);
		this.at = 0;
		this.singleCount = 0;
		this.singleNext = 0;
		this.waiting = false;
		this.foreignKnown = false;
	}

	/** Goes to the next word; false after the last. */
	boolean next() {
		if (this.singleNext < this.singleCount) {
			return single();
		}
		if (this.waiting) {
			this.waiting = false;
			int begin = this.at;
			this.at = collect(begin);
			finish(begin, this.at);
			return true;
		}
		this.singleCount = 0;
		this.singleNext = 0;
		int size = this.text.size();
		int i = this.at;
		while (i < size) {
			if (!begins(i)) {
				i++;
				continue;
			}
			int stop = collect(i);
			boolean single = stop == i + 1 && this.letterCount == 1 && this.singleCount < LONGEST;
			if (single && (this.singleCount == 0 || i - this.singles[this.singleCount - 1] <= WIDEST_GAP + 1)) {
				this.singles[this.singleCount++] = i;
				i = stop;
				continue;
			}
			if (this.singleCount == 0) {
				this.at = stop;
				finish(i, stop);
				return true;
			}
			this.at = i;
			this.waiting = !single;
			return fromSingles();
		}
		this.at = size;
		return this.singleCount > 0 && fromSingles();
	}

	/** The word, from index 1 on, between two spaces. */
	char[] letters() {
		return this.word;
	}

	int length() {
		return this.length;
	}

	/** Whether it has letters, and is not only a number. */
	boolean isWord() {
		return this.isWord;
	}

	/** Where in the text it begins (UTF-16). */
	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

	private boolean fromSingles() {
		if (this.singleCount < APART) {
			return single();
		}
		this.length = 0;
		this.foreign = false;
		for (int i = 0; i < this.singleCount; i++) {
			append(this.text.at(this.singles[i]));
		}
		this.letterCount = this.length;
		this.otherCount = 0;
		this.singleNext = this.singleCount;
		finish(this.singles[0], this.singles[this.singleCount - 1] + 1);
		return true;
	}

	private boolean single() {
		int place = this.singles[this.singleNext++];
		collect(place);
		finish(place, place + 1);
		return true;
	}

	private boolean begins(int i) {
		char letter = this.text.at(i);
		byte kind = KINDS[letter];
		return kind == LETTER || kind == DIGIT || (letter == '$' && KINDS[this.text.at(i + 1)] == LETTER);
	}

	/** Takes the letters of the word that begins there; returns where it ends. */
	private int collect(int begin) {
		this.length = 0;
		this.letterCount = 0;
		this.otherCount = 0;
		this.foreign = false;
		char last = 0;
		int repeats = 0;
		int size = this.text.size();
		int i = begin;
		for (; i < size; i++) {
			char letter = this.text.at(i);
			byte kind = KINDS[letter];
			if (kind == LETTER) {
				this.letterCount++;
				if (letter == last) {
					repeats++;
					if (repeats >= 2) {
						// Three or more are one, two are two.
						this.length -= (repeats == 2 && this.length > 1) ? 1 : 0;
						continue;
					}
				}
				else {
					repeats = 0;
				}
			}
			else if (kind == DIGIT) {
				this.otherCount++;
			}
			else if (kind == GAP) {
				break;
			}
			else {
				byte next = KINDS[this.text.at(i + 1)];
				if (kind == APOSTROPHE) {
					if (next != LETTER) {
						break;
					}
					continue;
				}
				if (kind == MASK) {
					if (this.length == 0 || (next != LETTER && next != MASK && last != STAR)) {
						break;
					}
					if (last == STAR) {
						continue;
					}
					letter = STAR;
				}
				else {
					if (next != LETTER && next != DIGIT) {
						break;
					}
					this.otherCount++;
				}
			}
			last = letter;
			append(letter);
		}
		return i;
	}

	private void append(char letter) {
		if (this.length < LONGEST) {
			this.word[++this.length] = letter;
			this.foreign |= letter > LAST_LATIN;
		}
	}

	private void finish(int from, int to) {
		this.start = this.text.start(from);
		// Accents and what is invisible belong to the letter before.
		this.end = Math.max(this.text.start(to), this.text.start(to - 1) + 1);
		this.isWord = this.letterCount > 0;
		if (!this.isWord) {
			for (int i = 1; i <= this.length; i++) {
				this.word[i] = NUMBER;
			}
		}
		else {
			if (this.otherCount > 0 && this.otherCount <= this.letterCount + 1) {
				for (int i = 1; i <= this.length; i++) {
					char shown = PlainLetters.leet(this.word[i]);
					this.word[i] = (shown != 0) ? shown : this.word[i];
				}
			}
			if (this.foreign) {
				readAsLatin();
			}
		}
		this.word[0] = ' ';
		this.word[this.length + 1] = ' ';
	}

	/** Unless it is a word of another script. */
	private void readAsLatin() {
		boolean latin = false;
		for (int i = 1; i <= this.length; i++) {
			char letter = this.word[i];
			latin |= letter >= 'a' && letter <= LAST_LATIN;
			if (letter > LAST_LATIN && PlainLetters.latin(letter) == 0) {
				return;
			}
		}
		if (!latin && isMostlyForeign()) {
			return;
		}
		for (int i = 1; i <= this.length; i++) {
			if (this.word[i] > LAST_LATIN) {
				this.word[i] = PlainLetters.latin(this.word[i]);
			}
		}
	}

	/** Whether letters that look like no Latin ones are more than a few. */
	private boolean isMostlyForeign() {
		if (!this.foreignKnown) {
			int count = 0;
			for (int i = 0; i < this.text.size(); i++) {
				char letter = this.text.at(i);
				count += (letter > LAST_LATIN && KINDS[letter] == LETTER && PlainLetters.latin(letter) == 0) ? 1 : 0;
			}
			this.mostlyForeign = count * 10 > this.text.size();
			this.foreignKnown = true;
		}
		return this.mostlyForeign;
	}

	private static byte[] kinds() {
		byte[] kinds = new byte[Character.MAX_VALUE + 1];
		for (int character = 0; character < kinds.length; character++) {
			char letter = (char) character;
			if (Character.isLetter(letter) || Character.isSurrogate(letter) || isMark(letter)) {
				kinds[character] = LETTER;
			}
			else if (Character.isDigit(letter)) {
				kinds[character] = DIGIT;
			}
			else if (PlainLetters.leet(letter) != 0) {
				kinds[character] = SIGN;
			}
		}
		kinds['\''] = APOSTROPHE;
		kinds['*'] = MASK;
		kinds['#'] = MASK;
		kinds['%'] = MASK;
		return kinds;
	}

	private static boolean isMark(char letter) {
		int type = Character.getType(letter);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
	}

}
