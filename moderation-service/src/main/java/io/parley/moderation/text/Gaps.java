package io.parley.moderation.text;

/**
 * What stands between the letters of a stretch, and whether somebody who hides a term
 * would put it there. Not thread-safe.
 */
final class Gaps {

	/** Pieces of a shorter word are words by chance. */
	static final int SHORTEST_SPLIT = 6;

	private static final String END_OF_SENTENCE = ".!?:;…。！？、，";

	/** One of these alone joins two words more often than it splits one. */
	private static final String JOINTS = "'’/,:;&@\"()<>";

	private final Reading reading;

	private int natural;

	private int unnatural;

	private int spaced;

	private int pieces;

	private int singles;

	private int shortest;

	private int firstGap;

	/** The letter of the term after the first gap. */
	private int firstLetter;

	private boolean broken;

	private boolean listed;

	private boolean initials;

	private int last;

	Gaps(Reading reading) {
		this.reading = reading;
	}

	/** Looks at all gaps of aligned letters. */
	void measure(int[] places, int[] aligned, int count, FoldedTerm term) {
		this.natural = 0;
		this.unnatural = 0;
		this.spaced = 0;
		this.pieces = 0;
		this.singles = 0;
		this.shortest = Integer.MAX_VALUE;
		this.firstGap = -1;
		this.broken = false;
		this.listed = false;
		this.initials = false;
		this.last = places[count - 1];
		int pieceFrom = 0;
		for (int i = 1; i < count; i++) {
			if (isGap(places[i - 1], places[i])) {
				boolean atBreak = aligned[i] != aligned[i - 1] && term.breaks().get(aligned[i]);
				add(places[i - 1], places[i], aligned[i], atBreak);
				piece(aligned[i - 1] == aligned[pieceFrom], i - pieceFrom);
				pieceFrom = i;
			}
		}
		piece(aligned[count - 1] == aligned[pieceFrom], count - pieceFrom);
	}

	boolean any() {
		return this.natural + this.unnatural > 0;
	}

	int natural() {
		return this.natural;
	}

	int unnatural() {
		return this.unnatural;
	}

	/** Whether the gaps leave the term readable as one. */
	boolean mayBe(FoldedTerm term, boolean altered) {
		int length = term.length();
		if (this.unnatural == 0) {
			return !this.broken
					&& (this.natural == term.breaks().cardinality() || length >= 5 || term.term().indexOf(' ') < 0);
		}
		if (length < 3) {
			return length == 2 && isUndivided(term) && !this.broken && !this.listed && !isJoint();
		}
		if (this.singles == this.pieces) {
			return !this.listed && !(length == 3 && this.initials);
		}
		if (this.spaced == 0) {
			return !this.listed && (this.unnatural > 1 || (length > 3 && !isJoint()));
		}
		if (this.broken || this.listed) {
			return false;
		}
		if (this.unnatural > 1) {
			return length > 3 && !altered && !isJoint() && this.singles >= 2
					&& this.pieces - this.singles <= 1 + this.natural;
		}
		return length >= SHORTEST_SPLIT && !term.ordinarySplits().get(this.firstLetter) && this.shortest >= 2
				&& this.natural == 0 && !altered && term.breaks().isEmpty()
				&& this.reading.starts[this.firstGap + 1] == start() + 1
				&& !Symbol.is(this.reading.symbols[this.firstGap + 1], Symbol.GAP) && !isBeforeHyphen();
	}

	/** Whether the second piece is the first part of a word with a hyphen. */
	private boolean isBeforeHyphen() {
		int next = this.last + 1;
		return next + 1 < this.reading.size && this.reading.text.charAt(this.reading.starts[next]) == '-'
				&& Symbol.is(this.reading.symbols[next + 1], Symbol.LETTER);
	}

	/** Where two characters make a word, one sign between them is enough to hide it. */
	private boolean isUndivided(FoldedTerm term) {
		int first = term.letters()[0];
		int second = term.letters()[1];
		return (this.spaced == 0) ? Words.isUndivided(first) && Words.isUndivided(second)
				: SimplifiedChinese.mayBe(first) && SimplifiedChinese.mayBe(second);
	}

	private int start() {
		return this.reading.starts[this.firstGap];
	}

	private boolean isJoint() {
		return JOINTS.indexOf(this.reading.text.charAt(start())) >= 0;
	}

	private boolean isGap(int before, int after) {
		for (int i = before + 1; i < after; i++) {
			if (Symbol.is(this.reading.symbols[i], Symbol.GAP)) {
				return true;
			}
		}
		return false;
	}

	private void piece(boolean oneLetter, int length) {
		this.pieces++;
		this.singles += oneLetter ? 1 : 0;
		this.shortest = Math.min(this.shortest, length);
	}

	private void add(int before, int after, int letter, boolean atBreak) {
		boolean space = false;
		boolean sentence = false;
		for (int i = before + 1; i < after; i++) {
			char character = this.reading.text.charAt(this.reading.starts[i]);
			boolean isSpace = Symbol.is(this.reading.symbols[i], Symbol.SPACE);
			this.broken |= sentence && isSpace;
			this.initials |= character == '.' && i + 1 < after;
			this.listed |= !atBreak && (character == ',' || character == ';');
			sentence = END_OF_SENTENCE.indexOf(character) >= 0;
			space |= isSpace;
			this.broken |= character > 0x2FFF && sentence;
		}
		if (atBreak) {
			this.natural++;
			return;
		}
		if (this.unnatural++ == 0) {
			this.firstGap = before + 1;
			this.firstLetter = letter;
		}
		this.spaced += space ? 1 : 0;
	}

}
