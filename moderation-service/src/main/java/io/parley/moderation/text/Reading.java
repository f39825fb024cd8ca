package io.parley.moderation.text;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A text as a row of symbols that know where they came from. One is filled again and
 * again, so that reading costs no memory. Not thread-safe.
 */
final class Reading {

	/** Beginnings of markup and others that are not told by one character alone. */
	static final String CLOSER_LOOKS = "<[&\u202E\u0306ǫǪ";

	int[] symbols = new int[1 << 10];

	/** Where each symbol begins in the text; one more than there are symbols. */
	int[] starts = {};

	private int[] ownStarts = new int[1 << 10];

	/** Where symbols begin if each is one character: nothing but rising numbers. */
	private int[] straight = {};

	private boolean isStraight;

	private boolean isReversed;

	/**
	 * Whether there are Cyrillic letters beyond those of Slavic languages; null before
	 * anyone asks.
	 */
	private @Nullable Boolean rareCyrillic;

	int size;

	/** A copy of the text, since arrays are read faster. */
	private char[] characters = new char[1 << 10];

	/** How many steps were taken on readings, by all who follow terms in them. */
	long work;

	/** What kinds of symbols there are. */
	int kinds;

	String text = "";

	/** Reads a whole text. */
	void read(String whole, View view) {
		read(whole, 0, whole.length(), view);
	}

	void read(String whole, int from, int to, View view) {
		this.text = whole;
		this.size = 0;
		this.kinds = 0;
		this.isReversed = false;
		this.rareCyrillic = null;
		reserve(to - from + 32);
		if (to > this.characters.length) {
			this.characters = new char[this.symbols.length + to];
		}
		whole.getChars(from, to, this.characters, from);
		int straight = (from > 0) ? 0 : readStraight(to, view.symbols());
		if (straight < to || from > 0) {
			readClosely(from, straight, to, view);
		}
	}

	/** Reads a text up to the first character that is not one symbol. */
	private int readStraight(int to, int[] table) {
		char[] from16 = this.characters;
		int[] into = this.symbols;
		int seen = 0;
		int before = 0;
		for (int i = 0; i < to; i++) {
			int symbol = table[from16[i]];
			into[i] = symbol;
			seen |= symbol;
			before |= symbol - 1;
		}
		this.starts = identity(to + 1);
		this.isStraight = true;
		// Below 0 are those that need a closer look, one below 0 is nothing.
		if ((seen | before) >= 0) {
			into[to] = 0;
			this.size = to;
			this.kinds = seen;
			return to;
		}
		int straight = 0;
		while (into[straight] > 0) {
			this.kinds |= into[straight++];
		}
		return straight;
	}

	private void readClosely(int from, int straight, int to, View view) {
		if (straight > 0) {
			System.arraycopy(this.straight, 0, this.ownStarts, 0, straight);
		}
		this.starts = this.ownStarts;
		this.isStraight = false;
		char[] from16 = this.characters;
		int[] table = view.symbols();
		int[] into = this.symbols;
		int[] at = this.starts;
		int count = straight;
		int seen = 0;
		for (int i = Math.max(from, straight); i < to; i++) {
			int symbol = table[from16[i]];
			if (symbol < 0) {
				symbol = view.plain(from16, i, to);
				if (symbol > 0) {
					at[count] = i;
					into[count++] = symbol;
					seen |= symbol;
					// Only a letter of two characters is plain beyond ASCII.
					i += from16[i] >>> 15;
					continue;
				}
			}
			if (symbol > 0) {
				into[count] = symbol;
				at[count++] = i;
				seen |= symbol;
			}
			else if (symbol < 0) {
				this.size = count;
				i = lookCloser(i, to, view) - 1;
				count = this.size;
				reserve(count + to - i + 32);
				into = this.symbols;
				at = this.starts;
			}
		}
		this.size = count;
		this.kinds |= seen;
		at[count] = to;
		into[count] = 0;
	}

	private int[] identity(int length) {
		if (length > this.straight.length) {
			this.straight = new int[2 * length];
			Arrays.setAll(this.straight, i -> i);
		}
		return this.straight;
	}

	/** Turns the row around; each symbol keeps its place in the text. */
	void reverse() {
		this.isReversed = true;
		if (this.isStraight) {
			this.isStraight = false;
			System.arraycopy(this.straight, 0, this.ownStarts, 0, this.size + 1);
			this.starts = this.ownStarts;
		}
		int end = this.starts[this.size];
		for (int i = 0, j = this.size - 1; i < j; i++, j--) {
			int symbol = this.symbols[i];
			this.symbols[i] = this.symbols[j];
			this.symbols[j] = symbol;
			int start = this.starts[i];
			this.starts[i] = this.starts[j];
			this.starts[j] = start;
		}
		this.starts[this.size] = end;
	}

	/** The index in the text after a symbol and all that belongs to it. */
	int end(int symbol) {
		int start = this.starts[symbol];
		int step = this.isReversed ? -1 : 1;
		int i = symbol + step;
		// One character may be several symbols.
		while (i >= 0 && i < this.size && this.starts[i] <= start) {
			i += step;
			this.work++;
		}
		return (i < 0) ? this.starts[this.size] : this.starts[i];
	}

	/** The next symbol of a kind; out of reach if there is none. */
	int next(int kind, int from) {
		int next = from;
		while (next < this.size && !Symbol.is(this.symbols[next], kind)) {
			next++;
		}
		return (next < this.size) ? next : Integer.MAX_VALUE;
	}

	/** Whether there are Cyrillic letters beyond those of today's Slavic languages. */
	boolean hasRareCyrillic() {
		if (this.rareCyrillic == null) {
			boolean rare = false;
			for (int i = 0; i < this.size && !rare; i++) {
				int character = Character.toLowerCase(this.text.charAt(this.starts[i]));
				rare = Alphabet.isCyrillic(character) && character > 'џ';
			}
			this.work += this.size;
			this.rareCyrillic = rare;
		}
		return this.rareCyrillic;
	}

	/** Whether it is an exclamation mark that ends something. */
	boolean isExclamation(int symbol) {
		if (this.text.charAt(this.starts[symbol]) != '!') {
			return false;
		}
		int next = symbol + 1;
		while (next < this.size && this.text.charAt(this.starts[next]) == '!') {
			next++;
		}
		return next == this.size || Symbol.is(this.symbols[next], Symbol.SPACE);
	}

	private int lookCloser(int at, int to, View view) {
		int character = this.text.codePointAt(at);
		int next = at + Character.charCount(character);
		switch (character) {
			case '<', '[' -> {
				int end = Markup.endOfTag(this.text, at, to);
				if (end > 0) {
					add(Symbol.TAG | (Markup.breaksLine(this.text, at) ? Symbol.GAP | Symbol.SPACE : 0), at);
					return end;
				}
			}
			case '&' -> {
				int end = Markup.endOfEntity(this.text, at, to);
				int meant = (end > 0) ? Markup.entity(this.text, at, end) : -1;
				if (meant >= 0) {
					addFolded(meant, at, view);
					return end;
				}
			}
			case 0x202E -> {
				this.kinds |= Symbol.OVERRIDE;
				return next;
			}
			case 0x306 -> {
				addBreve(view);
				return next;
			}
			case 'ǫ', 'Ǫ' -> {
				if (isAmongSmallCapitals(at)) {
					add(view.symbol('q', 'q'), at);
					return next;
				}
			}
			default -> {
			}
		}
		int plain = view.bracket(character);
		if (plain > 0) {
			add(plain, at);
		}
		else {
			addFolded(character, at, view);
		}
		return next;
	}

	/** Fonts of small capitals have no q but this. */
	private boolean isAmongSmallCapitals(int at) {
		return isSmallCapital(at - 1) || isSmallCapital(at + 1);
	}

	private boolean isSmallCapital(int at) {
		return at >= 0 && at < this.text.length() && ((this.text.charAt(at) >= 0x1D00 && this.text.charAt(at) <= 0x1D22)
				|| "ʙɢʜɪʟɴʀʏꜰꜱ".indexOf(this.text.charAt(at)) >= 0);
	}

	private void addBreve(View view) {
		int last = this.size - 1;
		if (last >= 0 && Character.toLowerCase(this.text.charAt(this.starts[last])) == 'и') {
			this.symbols[last] = view.symbol('й', 'й');
		}
	}

	private void addFolded(int character, int at, View view) {
		if (character < 0x80) {
			add(view.symbol(character, FoldTable.of(character).charAt(0)), at);
			return;
		}
		if (character < FoldTable.SIZE && view.symbols()[character] >= 0) {
			if (view.symbols()[character] > 0) {
				add(view.symbols()[character], at);
			}
			return;
		}
		if (FoldTable.isItself(character)) {
			add(view.symbol(character, character), at);
			return;
		}
		String folded = FoldTable.of(character);
		for (int i = 0; i < folded.length();) {
			int part = folded.codePointAt(i);
			int from = (folded.length() == Character.charCount(part)) ? character : part;
			add(view.symbol(from, part), at);
			i += Character.charCount(part);
		}
	}

	private void add(int symbol, int at) {
		reserve(this.size + 2);
		this.symbols[this.size] = symbol;
		this.starts[this.size++] = at;
		this.kinds |= symbol;
	}

	private void reserve(int length) {
		if (length > this.symbols.length) {
			int larger = Math.max(length, this.symbols.length * 2);
			this.symbols = Arrays.copyOf(this.symbols, larger);
			this.ownStarts = Arrays.copyOf(this.ownStarts, larger);
			this.starts = this.isStraight ? this.straight : this.ownStarts;
		}
	}

}
