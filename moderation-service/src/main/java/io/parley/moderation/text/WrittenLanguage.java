package io.parley.moderation.text;

import java.util.Set;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import com.carrotsearch.labs.langid.Model;

/**
 * Guesses the language of a text by its sequences of letters (Lui and Baldwin,
 * "langid.py: An Off-the-shelf Language Identification Tool", 2012).
 */
public final class WrittenLanguage {

	/**
	 * Those that readers write in and that can be told apart; fewer mean fewer mistakes.
	 */
	private static final Set<String> LANGUAGES = Set.of("""
			ar az be bg bn cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko lt lv mk ms nl no pl
			pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi zh
			""".strip().split("\\s+", -1));

	/** Fewer letters may be of any language. */
	private static final int FEWEST_LETTERS = 12;

	private static final int FEWEST_IDEOGRAPHS = 4;

	/** The beginning tells enough, whatever the length. */
	private static final int MOST_CHARACTERS = 2000;

	private static final float SURE = 0.5f;

	private static final Model MODEL = Model.detectOnly(LANGUAGES);

	private static final ThreadLocal<WrittenLanguage> OF_THREAD = ThreadLocal.withInitial(WrittenLanguage::new);

	private final LangIdV3 library = new LangIdV3(MODEL);

	private String text = "";

	private String language = "";

	private WrittenLanguage() {
	}

	/** The ISO 639-1 code, or the empty string if it cannot be told. */
	public static String of(String text) {
		return OF_THREAD.get().tell(text);
	}

	/** A decision asks for the same text more than once. */
	@SuppressWarnings("ReferenceEquality") // an equal text may be read again, a long one
											// not compared
	private String tell(String asked) {
		if (asked != this.text) {
			this.language = guess(asked);
			this.text = asked;
		}
		return this.language;
	}

	private String guess(String text) {
		String beginning = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
		StringBuilder letters = new StringBuilder(beginning.length());
		int weight = 0;
		for (int at = 0; at < beginning.length();) {
			int character = beginning.codePointAt(at);
			at += Character.charCount(character);
			boolean letter = Character.isLetter(character) || Letters.isMark(character);
			letters.appendCodePoint(letter ? Character.toLowerCase(character) : ' ');
			weight += letter ? (Words.isUndivided(character) ? FEWEST_LETTERS / FEWEST_IDEOGRAPHS : 1) : 0;
		}
		if (weight < FEWEST_LETTERS) {
			return "";
		}
		DetectedLanguage detected = this.library.classify(letters, true);
		return (detected.getConfidence() >= SURE) ? detected.getLangCode() : "";
	}

}
