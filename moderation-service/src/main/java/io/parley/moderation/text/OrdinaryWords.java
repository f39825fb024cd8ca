package io.parley.moderation.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	/** Whether a word is one of those that are in every other text. */
	private static final Map<String, Boolean> WORDS = read();

	private static final Set<String> SURNAMES = words(StandardDictionaries.SURNAMES_LOADER);

	/**
	 * What is frequent as a password is in no other list, though most of it are words.
	 */
	private static final Set<String> PASSWORDS = words(StandardDictionaries.PASSWORDS_LOADER);

	private OrdinaryWords() {
	}

	/** Whether small letters are such a word. */
	static boolean has(String letters) {
		return WORDS.containsKey(letters);
	}

	/** Whether a word is so frequent that hardly a page is without it. */
	static boolean isEverywhere(String letters) {
		return WORDS.getOrDefault(letters, false);
	}

	/** Whether small letters are such a word or a family name. */
	static boolean hasOrNames(String letters) {
		return has(letters) || SURNAMES.contains(letters);
	}

	/**
	 * Whether somebody writes these letters and means them: a word of any list, be it one
	 * of insults.
	 */
	static boolean isWritten(String letters) {
		return hasOrNames(letters) || PASSWORDS.contains(letters);
	}

	/** All of them, the frequent ones of each list first. */
	static Set<String> all() {
		return WORDS.keySet();
	}

	private static Map<String, Boolean> read() {
		Map<String, Boolean> words = new LinkedHashMap<>();
		LISTS.forEach((list, mostFrequent) -> {
			List<String> ranked = ranked(list);
			for (int i = 0; i < ranked.size(); i++) {
				words.putIfAbsent(ranked.get(i), i < mostFrequent);
			}
		});
		return words;
	}

	private static Set<String> words(DictionaryLoader list) {
		return Set.copyOf(ranked(list));
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
