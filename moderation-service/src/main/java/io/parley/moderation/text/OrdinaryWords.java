package io.parley.moderation.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;

/**
 * English words and first names that people write every day: the frequent ones of an
 * encyclopedia and of films, from a library's lists. A term that somebody disguises as
 * one of these is more likely the word itself. Read once; immutable and thread-safe.
 */
final class OrdinaryWords {

	private static final Set<String> WORDS = read();

	private OrdinaryWords() {
	}

	/** Whether small letters are such a word. */
	static boolean has(String letters) {
		return WORDS.contains(letters);
	}

	private static Set<String> read() {
		Set<String> words = new HashSet<>();
		for (DictionaryLoader list : List.of(StandardDictionaries.ENGLISH_WIKIPEDIA_LOADER,
				StandardDictionaries.US_TV_AND_FILM_LOADER, StandardDictionaries.MALE_NAMES_LOADER,
				StandardDictionaries.FEMALE_NAMES_LOADER)) {
			try {
				words.addAll(list.load().getFrequencies());
			}
			catch (IOException missing) {
				throw new UncheckedIOException("The lists of ordinary words are missing", missing);
			}
		}
		return Set.copyOf(words);
	}

}
