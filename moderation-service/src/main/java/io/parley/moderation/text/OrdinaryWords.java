package io.parley.moderation.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;

/**
 * English words and first names that people write every day: the frequent ones of an
 * encyclopedia and of films, from a library's lists. A term that somebody disguises as
 * one of these is more likely the word itself. Read once; immutable and thread-safe.
 */
final class OrdinaryWords {

	/** How many of the first words of each list nobody can write without. */
	private static final Map<DictionaryLoader, Integer> LISTS = new LinkedHashMap<>();

	static {
		LISTS.put(StandardDictionaries.ENGLISH_WIKIPEDIA_LOADER, 1000);
		LISTS.put(StandardDictionaries.US_TV_AND_FILM_LOADER, 200);
		LISTS.put(StandardDictionaries.MALE_NAMES_LOADER, 0);
		LISTS.put(StandardDictionaries.FEMALE_NAMES_LOADER, 0);
	}

	/** Words that are in every other text. */
	private static final Set<String> EVERYWHERE;

	/**
	 * One line for each: as objects they would be a tenth of a small service's memory.
	 */
	private static final String LINES;

	static {
		Set<String> words = new LinkedHashSet<>();
		Set<String> everywhere = new LinkedHashSet<>();
		LISTS.forEach((list, mostFrequent) -> {
			List<String> ranked = ranked(list);
			// A word that an earlier list has is as frequent as that one says.
			ranked.stream().limit(mostFrequent).filter(word -> !words.contains(word)).forEach(everywhere::add);
			words.addAll(ranked);
		});
		EVERYWHERE = Collections.unmodifiableSet(everywhere);
		LINES = String.join("\n", words);
	}

	private static final HashedWords WORDS = HashedWords.of(LINES.lines());

	private static final HashedWords SURNAMES = HashedWords.of(ranked(StandardDictionaries.SURNAMES_LOADER).stream());

	/**
	 * What is frequent as a password is in no other list, though most of it are words.
	 */
	private static final HashedWords PASSWORDS = HashedWords.of(ranked(StandardDictionaries.PASSWORDS_LOADER).stream());

	private OrdinaryWords() {
	}

	/** Whether small letters are such a word. */
	static boolean has(String letters) {
		return WORDS.has(letters);
	}

	/** Whether a word is so frequent that hardly a page is without it. */
	static boolean isEverywhere(String letters) {
		return EVERYWHERE.contains(letters);
	}

	/** Whether small letters are such a word or a family name. */
	static boolean hasOrNames(String letters) {
		return has(letters) || SURNAMES.has(letters);
	}

	/**
	 * Whether somebody writes these letters and means them: a word of any list, be it one
	 * of insults.
	 */
	static boolean isWritten(String letters) {
		return hasOrNames(letters) || PASSWORDS.has(letters);
	}

	/** All of them, the frequent ones of each list first. */
	static Stream<String> all() {
		return LINES.lines();
	}

	/** Those that are in every other text. */
	static Set<String> everywhere() {
		return EVERYWHERE;
	}

	private static List<String> ranked(DictionaryLoader list) {
		try {
			return list.load().getFrequencies();
		}
		catch (IOException missing) {
			throw new UncheckedIOException("The lists of ordinary words are missing", missing);
		}
	}

}
