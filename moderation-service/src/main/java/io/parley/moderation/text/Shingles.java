package io.parley.moderation.text;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Pairs of neighbouring words of a text, as hashes. Words are folded, letters that look
 * Latin are Latin, and of a link only the host counts. Not thread-safe.
 */
final class Shingles {

	private static final Hasher64 HASHER = Hashing.komihash5_0();

	private static final int FOREIGN = 0x600;

	private static final char[] LATIN = latin();

	private final String text;

	private final StringBuilder word = new StringBuilder();

	private long[] bins = new long[0];

	private long previous;

	private int words;

	private int rareWords;

	private int filled;

	private final boolean counting;

	/**
	 * Nothing is read yet.
	 * @param counting whether {@link #rareWords} will be asked for
	 */
	Shingles(String text, boolean counting) {
		this.text = text;
		this.counting = counting;
	}

	int words() {
		return this.words;
	}

	/** Words that are not on every page. */
	int rareWords() {
		return this.rareWords;
	}

	/** Puts all pairs, or the only word, into the bins; returns how many have one. */
	int into(long[] into) {
		this.bins = into;
		int at = 0;
		while (at < this.text.length()) {
			int character = this.text.codePointAt(at);
			int next = at + Character.charCount(character);
			if (character < 0x80) {
				at = plain((char) character, next);
			}
			else {
				foreign(character);
				at = next;
			}
		}
		endWord();
		if (this.words == 1) {
			put(this.previous);
		}
		return this.filled;
	}

	private int plain(char character, int next) {
		if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
			this.word.append(character);
		}
		else if (character >= 'A' && character <= 'Z') {
			this.word.append((char) (character | 0x20));
		}
		else if (character == ':' && this.text.startsWith("//", next)) {
			return link(next + 2);
		}
		else if (character != '\'') {
			endWord();
		}
		return next;
	}

	/** The scheme so far and the host are one word, the rest of the link is none. */
	private int link(int from) {
		int at = from;
		boolean host = true;
		while (at < this.text.length() && this.text.charAt(at) > ' ') {
			char character = this.text.charAt(at);
			host &= "/?#".indexOf(character) < 0;
			if (host) {
				this.word.append(character);
			}
			at++;
		}
		endWord();
		return at;
	}

	private void foreign(int character) {
		String folded = FoldTable.of(character);
		if (folded.isEmpty()) {
			return;
		}
		int first = folded.codePointAt(0);
		if (!Character.isLetterOrDigit(first) && !Letters.isMark(first)) {
			if (first != '\'') {
				endWord();
			}
			return;
		}
		if (Words.isUndivided(first)) {
			endWord();
			this.word.append(folded);
			endWord();
			return;
		}
		for (int i = 0; i < folded.length(); i++) {
			char letter = folded.charAt(i);
			this.word.append((letter < FOREIGN) ? LATIN[letter] : letter);
		}
	}

	private void endWord() {
		if (this.word.isEmpty()) {
			return;
		}
		long hash = HASHER.hashCharsToLong(this.word);
		if (this.counting && !Everyday.has(hash)) {
			this.rareWords++;
		}
		if (this.words > 0) {
			put(HASHER.hashLongLongToLong(this.previous, hash));
		}
		this.previous = hash;
		this.words++;
		this.word.setLength(0);
	}

	private void put(long hash) {
		this.filled += Fingerprint.put(this.bins, hash) ? 1 : 0;
	}

	/** Read when first asked for. */
	private static final class Everyday {

		private static final HashedWords WORDS = HashedWords.of(OrdinaryWords.everywhere().stream());

		static boolean has(long hash) {
			return WORDS.has(hash);
		}

	}

	private static char[] latin() {
		char[] latin = new char[FOREIGN];
		for (int letter = 0; letter < FOREIGN; letter++) {
			int shown = (letter < 0x80) ? 0 : Lookalikes.latin(letter);
			latin[letter] = (char) ((shown != 0) ? shown : letter);
		}
		return latin;
	}

}
