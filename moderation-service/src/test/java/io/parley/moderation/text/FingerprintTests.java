package io.parley.moderation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTests {

	private static final int TEXTS = 2000;

	private static final int WORDS = 40;

	private final Random random = new Random(20261123);

	@Test
	void a_text_with_one_word_swapped_is_found_again() {
		assertThat(found(words -> swapped(words, 1))).isGreaterThanOrEqualTo(0.999);
	}

	@Test
	void a_text_with_two_words_swapped_and_a_link_added_is_found_again() {
		assertThat(found(words -> swapped(words, 2) + " https://example.org/" + this.random.nextInt(1000)))
			.isGreaterThanOrEqualTo(0.98);
	}

	@Test
	void a_text_with_a_fifth_of_its_words_replaced_is_mostly_found_again() {
		assertThat(found(words -> swapped(words, WORDS / 5))).isGreaterThanOrEqualTo(0.75);
	}

	@Test
	void other_texts_share_no_band() {
		assertThat(found(words -> String.join(" ", words()))).isLessThanOrEqualTo(0.001);
	}

	@Test
	void similarity_is_about_the_share_of_common_pairs() {
		double error = 0;
		for (int i = 0; i < TEXTS; i++) {
			List<String> words = words();
			String text = String.join(" ", words);
			String other = swapped(words, this.random.nextInt(WORDS / 2));
			error += Math.abs(Fingerprint.of(text).similarity(Fingerprint.of(other)) - jaccard(text, other));
		}
		assertThat(error / TEXTS).isLessThan(0.06);
	}

	@ParameterizedTest
	@ValueSource(strings = { "THE SHIP HAS LEFT THE CAFÉ, AND NOBODY SAW IT",
			"the ship  has left -- the cafe; and nobody saw it!", "ｔｈｅ ship has left the café and nobody saw it",
			"the sh\u200Bip has l\u00ADeft the café and nobody saw it",
			"thе shір hаs lеft thе саfé аnd nоbоdу sаw іt (with Cyrillic letters)" })
	void style_and_disguise_change_nothing(String text) {
		String plain = "The ship has left the café, and nobody saw it";

		assertThat(Fingerprint.of(text.replace(" (with Cyrillic letters)", ""))).isEqualTo(Fingerprint.of(plain))
			.hasSameHashCodeAs(Fingerprint.of(plain));
	}

	@Test
	void where_a_link_leads_below_its_host_does_not_matter() {
		assertThat(Fingerprint.of("see https://example.org/a?x=1 now"))
			.isEqualTo(Fingerprint.of("see https://example.org/b now"))
			.isNotEqualTo(Fingerprint.of("see https://example.net/b now"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "!!!", "😀", "\uD83D" })
	void a_text_without_words_is_like_no_other(String text) {
		Fingerprint empty = Fingerprint.of(text);

		assertThat(empty.isEmpty()).isTrue();
		assertThat(empty.bands()).isEmpty();
		assertThat(empty.similarity(empty)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "casino", "buy now", "买", "政府决定退出条约", "ок" })
	void a_short_text_is_like_itself(String text) {
		assertThat(Fingerprint.of(text).similarity(Fingerprint.of(text))).isEqualTo(1);
		assertThat(Fingerprint.of(text).bands()).hasSize(32).isEqualTo(Fingerprint.of(text).bands());
	}

	private double found(Function<List<String>, String> variant) {
		int found = 0;
		for (int i = 0; i < TEXTS; i++) {
			List<String> words = words();
			long[] bands = Fingerprint.of(String.join(" ", words)).bands();
			long[] others = Fingerprint.of(variant.apply(words)).bands();
			found += Arrays.stream(bands).anyMatch(band -> Arrays.stream(others).anyMatch(other -> other == band)) ? 1
					: 0;
		}
		return (double) found / TEXTS;
	}

	/** As frequent as words are: few often, many seldom. */
	private List<String> words() {
		List<String> words = new ArrayList<>();
		for (int i = 0; i < WORDS; i++) {
			int rank = (int) Math.exp(this.random.nextDouble() * Math.log(5000));
			words.add("w" + rank);
		}
		return words;
	}

	private String swapped(List<String> words, int count) {
		List<Integer> places = new ArrayList<>();
		for (int i = 0; i < words.size(); i++) {
			places.add(i);
		}
		Collections.shuffle(places, this.random);
		List<String> swapped = new ArrayList<>(words);
		places.subList(0, count).forEach(place -> swapped.set(place, "other" + this.random.nextInt(5000)));
		return String.join(" ", swapped);
	}

	private static double jaccard(String left, String right) {
		Set<String> all = pairs(left);
		Set<String> common = new HashSet<>(all);
		common.retainAll(pairs(right));
		all.addAll(pairs(right));
		return (double) common.size() / all.size();
	}

	private static Set<String> pairs(String text) {
		String[] words = text.split(" ", -1);
		Set<String> pairs = new HashSet<>();
		for (int i = 1; i < words.length; i++) {
			pairs.add(words[i - 1] + " " + words[i]);
		}
		return pairs;
	}

}
