package io.parley.moderation.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTests {

	private final Features features = new Features();

	@ParameterizedTest
	@ValueSource(strings = { "YOU TURNIP", "you t\u200Burn\u00ADip", "you tu\u0336r\u0329n\u0319ip", "you tυrnір",
			"you t u r n i p", "you t.u-r.n-i-p", "you tuuuuurnip", "you 7urn1p", "you \uD835\uDCC9urnip",
			"you túrnïp" })
	void a_disguised_word_has_the_features_of_the_word(String disguised) {
		assertThat(wordsOf(disguised)).isEqualTo(wordsOf("you turnip"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "you tunrip", "you turni", "you tu*nip", "you turnipp" })
	void a_word_that_is_spelled_wrongly_has_some_of_its_features(String wrong) {
		Set<Long> common = featuresOf(wrong);

		common.retainAll(featuresOf("you turnip"));

		assertThat(common).hasSizeGreaterThan(featuresOf("you").size() + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "YOU TURNIP, AND MORE", "you turnip, and more!", "you turnip, and more?",
			"you turnip\nand more", "@you turnip, and more", "you turnip, and.more" })
	void what_a_text_looks_like_is_told_besides_its_words(String shown) {
		assertThat(wordsOf(shown)).isEqualTo(wordsOf("you turnip, and more"));
		assertThat(featuresOf(shown)).isNotEqualTo(featuresOf("you turnip, and more"));
	}

	@Test
	void sentences_have_ten_words_at_least() {
		features.read("One two three. Four five six. Seven eight nine ten eleven. Twelve. Thirteen!");

		assertThat(features.sentences()).isEqualTo(2);
		assertThat(features.sentence(0)).isZero();
		assertThat(features.sentence(2)).isEqualTo(features.wholeFirst());
	}

	@Test
	void saying_it_again_adds_nothing_but_length() {
		features.read("turnip turnip");
		int twice = features.size();

		features.read("turnip turnip turnip turnip turnip turnip");

		assertThat(features.size()).isEqualTo(twice + 1);
	}

	@Test
	void all_kinds_of_people_are_the_same_word() {
		assertThat(featuresOf("My old neighbour is gay.")).isEqualTo(featuresOf("My black neighbour is Muslim."))
			.isNotEqualTo(featuresOf("My nice neighbour is ill."));
	}

	@Test
	void words_of_other_scripts_stay_what_they_are() {
		Set<Long> latin = featuresOf("cop");
		latin.removeAll(featuresOf("x"));

		assertThat(featuresOf("сор из избы, как говорят люди")).doesNotContainAnyElementsOf(latin);
	}

	@Test
	void words_have_their_places_in_the_original_text() {
		String text = "\uD83D\uDE00 a t\u200Bu\u200Bb\u200Ba, p i c k l e s and... Straße";

		assertThat(words(text)).containsExactly("\uD83D\uDE00", "a", "t\u200Bu\u200Bb\u200Ba", "p i c k l e s", "and",
				"Straße");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\uD800", "...", "* ** $ @", "'", "a'", "'''a", "5", "$$$", "\u0301\u0301", "a b",
			"a b c", "x*", "**x" })
	void any_text_can_be_read(String text) {
		assertThat(words(text)).allSatisfy(word -> assertThat(text).contains(word));
	}

	@Test
	void a_long_text_is_read_to_its_end() {
		assertThat(words("word ".repeat(3) + "x".repeat(100_000) + " tuba")).contains("tuba");
	}

	private Set<Long> featuresOf(String text) {
		features.read(text);
		Set<Long> hashes = new HashSet<>();
		for (int i = 0; i < features.size(); i++) {
			hashes.add(features.hash(i));
		}
		return hashes;
	}

	/** Without those of the text as a whole. */
	private Set<Long> wordsOf(String text) {
		features.read(text);
		Set<Long> hashes = new HashSet<>();
		for (int i = 0; i < features.wholeFirst(); i++) {
			hashes.add(features.hash(i));
		}
		return hashes;
	}

	private List<String> words(String text) {
		features.read(text);
		List<String> words = new ArrayList<>();
		for (int word = 0; word < features.words(); word++) {
			words.add(text.substring(features.start(word), features.end(word)));
		}
		return words;
	}

}
