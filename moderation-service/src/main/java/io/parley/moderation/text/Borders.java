package io.parley.moderation.text;

import java.lang.Character.UnicodeScript;
import java.util.BitSet;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Borders of words in scripts that do not divide them: a term does not count that only
 * the end of one word and the beginning of the next make up. The library knows the words
 * of Chinese, Japanese, Thai, Lao, Khmer and Burmese; Korean divides phrases, of which
 * only the ending is free. Not thread-safe; each thread keeps its own.
 */
final class Borders {

	private static final ThreadLocal<Borders> OF_THREAD = ThreadLocal.withInitial(Borders::new);

	/** What is looked at before a place, and after. */
	private static final int BEFORE = 32;

	private static final int AFTER = 512;

	/** Korean words of one syllable that are written before another without a space. */
	private static final String KOREAN_PREFIXES = "이그저요개";

	private static final int LONG_KOREAN = 3;

	/** Longer terms are hardly made up by chance. */
	private static final int LONG_CHINESE = 3;

	private static final int LONG_KANA = 4;

	private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

	private final BitSet borders = new BitSet();

	private String text = "";

	private int from;

	private int to;

	private Borders() {
	}

	/**
	 * Whether a stretch of letters without gaps is one or more words, or a part that
	 * tells.
	 */
	static boolean areWords(String text, int start, int end) {
		if (text.charAt(start) < Words.FIRST_UNDIVIDED && text.charAt(end - 1) < Words.FIRST_UNDIVIDED) {
			return true;
		}
		int first = text.codePointAt(start);
		int last = text.codePointBefore(end);
		boolean inside = start > 0 && Words.isUndivided(first) && Words.isUndivided(text.codePointBefore(start));
		boolean goesOn = end < text.length() && Words.isUndivided(last) && Words.isUndivided(text.codePointAt(end));
		if (!inside && !goesOn) {
			return true;
		}
		if (UnicodeScript.of(first) == UnicodeScript.HANGUL) {
			return !inside || beginsInKorean(text, start, end);
		}
		return OF_THREAD.get().fit(text, start, end, inside, goesOn);
	}

	/** The same of letters that are apart: as if they were not. */
	static boolean areWords(String text, int start, int end, String joined) {
		int from = Math.max(0, start - BEFORE);
		int to = Math.min(text.length(), end + BEFORE);
		String whole = text.substring(from, start) + joined + text.substring(end, to);
		return areWords(whole, start - from, start - from + joined.length());
	}

	private boolean fit(String whole, int start, int end, boolean inside, boolean goesOn) {
		int length = whole.codePointCount(start, end);
		boolean chinese = isOf(UnicodeScript.HAN, whole, start, end);
		if (chinese && length >= LONG_CHINESE) {
			// A longer word of Chinese characters is mostly made of shorter ones.
			return true;
		}
		read(whole, start, end);
		boolean begins = !inside || this.borders.get(start - this.from);
		boolean ends = !goesOn || this.borders.get(end - this.from);
		if (begins && ends) {
			return true;
		}
		if (chinese) {
			return length > 1 && isWithinOne(start, end);
		}
		boolean hiragana = isOf(UnicodeScript.HIRAGANA, whole, start, end);
		if (!hiragana && !isOf(UnicodeScript.KATAKANA, whole, start, end)) {
			return false;
		}
		// The library knows few words in hiragana; one more letter makes a particle.
		boolean particle = isWithinOne(start, end) && this.borders.get(end + 1 - this.from);
		return length >= LONG_KANA || (hiragana && begins && !particle);
	}

	private boolean isWithinOne(int start, int end) {
		int border = this.borders.nextSetBit(start - this.from + 1);
		return border < 0 || border >= end - this.from;
	}

	/** Finds the borders around a place, and for what follows too. */
	private void read(String whole, int start, int end) {
		if (covers(whole, start, end)) {
			return;
		}
		this.text = whole;
		this.from = Math.max(0, start - 2 * BEFORE);
		while (this.from > 0 && this.from > start - 4 * BEFORE && Words.isUndivided(whole.codePointBefore(this.from))) {
			this.from--;
		}
		this.to = Math.min(whole.length(), end + AFTER);
		this.borders.clear();
		this.words.setText(whole.substring(this.from, this.to));
		for (int border = this.words.first(); border != BreakIterator.DONE; border = this.words.next()) {
			this.borders.set(border);
		}
	}

	@SuppressWarnings("ReferenceEquality") // an equal text may be read again, a long one
											// not compared
	private boolean covers(String whole, int start, int end) {
		return whole == this.text && (this.from == 0 || start >= this.from + BEFORE)
				&& (this.to == whole.length() || end + BEFORE <= this.to) && start >= this.from && end <= this.to;
	}

	private static boolean beginsInKorean(String text, int start, int end) {
		if (text.codePointCount(start, end) >= LONG_KOREAN) {
			return true;
		}
		boolean first = start < 2 || !Words.isUndivided(text.codePointBefore(start - 1));
		return first && KOREAN_PREFIXES.indexOf(text.charAt(start - 1)) >= 0;
	}

	private static boolean isOf(UnicodeScript script, String text, int start, int end) {
		for (int i = start; i < end;) {
			int character = text.codePointAt(i);
			if (UnicodeScript.of(character) != script) {
				return false;
			}
			i += Character.charCount(character);
		}
		return true;
	}

}
