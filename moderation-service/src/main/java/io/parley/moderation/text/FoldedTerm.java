package io.parley.moderation.text;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/** A term as its plain letters. Immutable. */
final class FoldedTerm {

	private static final String JOINTS = " -'`´·・.";

	private static final String PUNCTUATION = ",;:!?…";

	private final String list;

	private final String term;

	private final int[] letters;

	/** The letters with their accents; 0 of those that are one character. */
	private final int[] written;

	private final BitSet breaks;

	private final boolean keepsAccents;

	private final boolean reversible;

	private final BitSet ordinarySplits;

	private FoldedTerm(String list, String term, int[] letters, int[] written, BitSet breaks, boolean keepsAccents,
			boolean reversible, BitSet ordinarySplits) {
		this.list = list;
		this.term = term;
		this.letters = letters;
		this.written = written;
		this.breaks = breaks;
		this.keepsAccents = keepsAccents;
		this.reversible = reversible;
		this.ordinarySplits = ordinarySplits;
	}

	/** The term, or null if it is not made of letters and digits alone. */
	static @Nullable FoldedTerm of(String list, String term) {
		int[] letters = new int[4 * term.length() + 4];
		int[] written = new int[letters.length];
		int count = 0;
		BitSet breaks = new BitSet();
		for (int i = 0; i < term.length();) {
			int character = term.codePointAt(i);
			i += Character.charCount(character);
			if (Letters.isMark(character) && count > 0 && written[count - 1] != 0) {
				written[count - 1] = Accents.compose(written[count - 1], character);
			}
			String folded = (character == 0x306 && count > 0 && letters[count - 1] == 'и') ? "\u0306"
					: FoldTable.of(character);
			for (int part : folded.codePoints().toArray()) {
				if (part == 0x306) {
					letters[count - 1] = 'й';
				}
				else if (Character.isLetter(part) || Letters.isMark(part) || (part >= '0' && part <= '9')) {
					if (count == letters.length) {
						letters = Arrays.copyOf(letters, 2 * count);
						written = Arrays.copyOf(written, 2 * count);
					}
					written[count] = (folded.length() == Character.charCount(part)) ? Accents.lowerCase(character) : 0;
					letters[count++] = part;
				}
				else if (JOINTS.indexOf(part) >= 0 || (count > 0 && isPunctuation(term, part, i))) {
					breaks.set(count);
				}
				else {
					return null;
				}
			}
		}
		breaks.clear(0);
		breaks.clear(count);
		return (count == 0) ? null : new FoldedTerm(list, term, Arrays.copyOf(letters, count),
				Arrays.copyOf(written, count), breaks, false, true, new BitSet());
	}

	/** The same of which less is a disguise. */
	FoldedTerm minding(boolean accents, boolean backwards, BitSet splits) {
		return new FoldedTerm(this.list, this.term, this.letters, this.written, this.breaks,
				accents || this.keepsAccents, backwards, splits);
	}

	/** The same that is found only with its own accents. */
	FoldedTerm keepingAccents() {
		return new FoldedTerm(this.list, this.term, this.letters, this.written, this.breaks, true, this.reversible,
				this.ordinarySplits);
	}

	/** The letters as one word. */
	String spelled() {
		return new String(this.letters, 0, this.letters.length);
	}

	/**
	 * The letters with their accents; 0 for those that are of no use; not to be changed.
	 */
	int[] written() {
		return this.written;
	}

	/** Whether it is not the same without its accents. */
	boolean hasAccents() {
		for (int i = 0; i < this.letters.length; i++) {
			if (this.written[i] != 0 && this.written[i] != this.letters[i]) {
				return true;
			}
		}
		return false;
	}

	/** Whether it is a number with a dot, which the dot is a part of. */
	boolean endsInDot() {
		return this.term.endsWith(".");
	}

	/** Whether without its accents it is another word. */
	boolean keepsAccents() {
		return this.keepsAccents;
	}

	/** Whether backwards it is no ordinary word. */
	boolean isReversible() {
		return this.reversible;
	}

	/** Before which letters it falls into two ordinary words; not to be changed. */
	BitSet ordinarySplits() {
		return this.ordinarySplits;
	}

	/**
	 * A sign that ends a part of a phrase, and not one of a price, a name or a smiley.
	 */
	private static boolean isPunctuation(String term, int sign, int next) {
		return PUNCTUATION.indexOf(sign) >= 0
				&& (next == term.length() || PUNCTUATION.indexOf(term.charAt(next)) >= 0 || term.charAt(next) == ' ');
	}

	String list() {
		return this.list;
	}

	/** The term as the list writes it. */
	String term() {
		return this.term;
	}

	/** Code points of the folded letters; not to be changed. */
	int[] letters() {
		return this.letters;
	}

	/**
	 * Before which letters a gap is natural: the words of a phrase; not to be changed.
	 */
	BitSet breaks() {
		return this.breaks;
	}

	/** Whether it has digits, which stand for themselves only. */
	boolean hasDigits() {
		for (int letter : this.letters) {
			if (letter >= '0' && letter <= '9') {
				return true;
			}
		}
		return false;
	}

	int length() {
		return this.letters.length;
	}

	/** The letters' classes. */
	char[] classes(Alphabet alphabet) {
		char[] classes = new char[this.letters.length];
		for (int i = 0; i < classes.length; i++) {
			classes[i] = (char) alphabet.classOf(this.letters[i]);
		}
		return classes;
	}

	/** Equal neighbours as one. */
	static char[] collapsed(char[] classes) {
		char[] collapsed = new char[classes.length];
		int count = 0;
		for (char letter : classes) {
			if (count == 0 || collapsed[count - 1] != letter) {
				collapsed[count++] = letter;
			}
		}
		return Arrays.copyOf(collapsed, count);
	}

}
