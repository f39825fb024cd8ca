package io.parley.moderation.text;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a stretch of symbols that has the classes of a term spells it, and how.
 * Not thread-safe.
 */
final class Spelling {

	private final Reading reading;

	private final Gaps gaps;

	private int[] places = new int[64];

	private int[] aligned = new int[64];

	private int count;

	Spelling(Reading reading) {
		this.reading = reading;
		this.gaps = new Gaps(reading);
	}

	/** Begins a stretch. */
	void clear() {
		this.count = 0;
	}

	/** Adds a symbol that is taken for a letter. */
	void add(int place) {
		if (this.count == this.places.length) {
			this.places = Arrays.copyOf(this.places, 2 * this.count);
			this.aligned = Arrays.copyOf(this.aligned, 2 * this.count);
		}
		this.places[this.count++] = place;
	}

	/**
	 * Takes a symbol for one more of a run of the same, of which only the last counts.
	 */
	void stretch(int place) {
		this.places[this.count - 1] = place;
	}

	/** How the stretch hides the term; null if it does not spell it. */
	@Nullable Evasion of(FoldedTerm term, char[] classes, View view, boolean glued) {
		this.reading.work += this.count;
		if (!align(term, classes) || !isOwnCharacter(term)) {
			return null;
		}
		if (term.hasDigits()) {
			return ofNumber(term, glued);
		}
		if (!mayBeLeet(term.length())) {
			return null;
		}
		int extra = this.count - term.length();
		if (extra > 0 && !isStretched(term)) {
			return null;
		}
		if ((glued || term.keepsAccents()) && !hasAccentsOf(term)) {
			return null;
		}
		this.gaps.measure(this.places, this.aligned, this.count, term);
		if (!this.gaps.mayBe(term, extra > 0 || leet() > 0)) {
			return null;
		}
		if (glued && (this.gaps.any() || extra > 0)) {
			return null;
		}
		return kind(term, view, glued, extra);
	}

	/** The simplified form of one character is often that of others, too. */
	private boolean isOwnCharacter(FoldedTerm term) {
		int letter = term.letters()[0];
		return term.length() > 1 || !SimplifiedChinese.mayBe(letter)
				|| FoldTable.of(this.reading.text.codePointAt(this.reading.starts[last()])).codePointAt(0) == letter;
	}

	private boolean hasAccentsOf(FoldedTerm term) {
		for (int i = 0; i < this.count; i++) {
			int start = this.reading.starts[this.places[i]];
			if (!Accents.areSame(this.reading.text, start, this.reading.end(this.places[i]),
					term.written()[this.aligned[i]], term.letters()[this.aligned[i]])) {
				return false;
			}
		}
		return true;
	}

	private @Nullable Evasion ofNumber(FoldedTerm term, boolean glued) {
		if (term.endsInDot() && !this.reading.text.startsWith(".", this.reading.end(last()))) {
			return null;
		}
		this.gaps.measure(this.places, this.aligned, this.count, term);
		return glued || this.count > term.length() || this.gaps.unnatural() > 0
				|| this.gaps.natural() < term.breaks().cardinality() ? null : look();
	}

	private Evasion kind(FoldedTerm term, View view, boolean glued, int extra) {
		if (view.kind() == View.Kind.TURNED) {
			return Evasion.TURNED;
		}
		if (this.gaps.unnatural() > 0) {
			return Evasion.SEPARATED;
		}
		if (extra > 0) {
			return Evasion.REPEATED;
		}
		if (leet() > 0) {
			return Evasion.LEET;
		}
		if (count(Symbol.FOREIGN) > 0) {
			return Evasion.LOOKALIKE;
		}
		if (glued || this.gaps.natural() < term.breaks().cardinality()) {
			return Evasion.GLUED;
		}
		return look();
	}

	private Evasion look() {
		Evasion look = Evasion.NONE;
		for (int i = 0; i < this.count; i++) {
			int start = this.reading.starts[this.places[i]];
			int character = this.reading.text.codePointAt(start);
			int length = this.reading.end(this.places[i]) - start - Character.charCount(character);
			if (character == '&' || length > 1 || (length > 0 && i + 1 < this.count && !isMark(start, character))) {
				return Evasion.HIDDEN;
			}
			if (character >= 0x1D00 && Symbol.is(this.reading.symbols[this.places[i]], Symbol.LATIN)) {
				look = Evasion.STYLED;
			}
		}
		return look;
	}

	private boolean isMark(int start, int character) {
		return Letters.isMark(this.reading.text.codePointAt(start + Character.charCount(character)));
	}

	/** The letters without what is between them. */
	String joined() {
		StringBuilder joined = new StringBuilder();
		for (int i = 0; i < this.count; i++) {
			joined.appendCodePoint(this.reading.text.codePointAt(this.reading.starts[this.places[i]]));
		}
		return joined.toString();
	}

	int count(int kind) {
		int found = 0;
		for (int i = 0; i < this.count; i++) {
			found += Symbol.is(this.reading.symbols[this.places[i]], kind) ? 1 : 0;
		}
		return found;
	}

	int last() {
		return this.places[this.count - 1];
	}

	/** Gives each symbol its letter of the term. */
	private boolean align(FoldedTerm term, char[] classes) {
		int[] letters = term.letters();
		int at = -1;
		for (int i = 0; i < this.count; i++) {
			int place = this.places[i];
			if (at + 1 < letters.length && spells(place, letters[at + 1], classes[at + 1])) {
				at++;
			}
			else if (at < 0 || !spells(place, letters[at], classes[at])) {
				return false;
			}
			this.aligned[i] = at;
		}
		return at == letters.length - 1;
	}

	/** Tells apart what the classes do not. */
	private boolean spells(int place, int letter, int number) {
		int symbol = this.reading.symbols[place];
		if ((symbol & Symbol.CLASS) != number) {
			return false;
		}
		int start = this.reading.starts[place];
		char character = this.reading.text.charAt(start);
		return switch (letter) {
			case 'i' -> character != 'l' && character != 'L';
			case 'l' -> character == 'l' || character == 'L' || character >= 0x80 || !Character.isLetter(character)
					|| isCapitalInside(start);
			case 'и' -> Character.toLowerCase(character) != 'й' || marks(place) > 1;
			case 'й' -> Character.toLowerCase(character) != 'и' || marks(place) > 0;
			case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> FoldTable.of(character).charAt(0) == letter;
			default -> true;
		};
	}

	/** A capital i between small letters is meant as an l. */
	private boolean isCapitalInside(int start) {
		return this.reading.text.charAt(start) == 'I' && start > 0
				&& Character.isLowerCase(this.reading.text.charAt(start - 1));
	}

	private int marks(int place) {
		return this.reading.end(place) - this.reading.starts[place] - 1;
	}

	/** A doubled letter is a slip; one written three times, or most doubled, is not. */
	private boolean isStretched(FoldedTerm term) {
		int doubled = 0;
		int run = 1;
		boolean extra = false;
		for (int i = 1; i <= this.count; i++) {
			boolean same = i < this.count && term.letters()[this.aligned[i]] == term.letters()[this.aligned[i - 1]];
			if (same) {
				run++;
				extra |= this.aligned[i] == this.aligned[i - 1];
				continue;
			}
			if (extra && run >= 3) {
				return true;
			}
			doubled += extra ? 1 : 0;
			run = 1;
			extra = false;
		}
		return doubled >= 2 && 2 * doubled >= term.length();
	}

	private int leet() {
		return count(Symbol.DIGIT | Symbol.SIGN);
	}

	/** Numbers, prices and model names are made of such characters, too. */
	private boolean mayBeLeet(int length) {
		int digits = count(Symbol.DIGIT);
		int signs = count(Symbol.SIGN);
		if (digits + signs == 0) {
			return true;
		}
		if (length < 3 || endsInExclamation()) {
			return false;
		}
		int letters = this.count - digits - signs;
		if (letters == 0) {
			return false;
		}
		return length > 4 || 2 * digits <= length;
	}

	private boolean endsInExclamation() {
		return this.reading.text.charAt(this.reading.starts[last()]) == '!';
	}

}
