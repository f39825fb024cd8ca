package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			THIS IS AN OUTRAGE!,   1.0
			This is an outrage,    0.067
			这完全是胡说八道你知道吗, 0.0
			NATO,                  0.0
			ВСЕ ВРУТ ПОСТОЯННО,    1.0
			""")
	void caps_ratio_is_the_share_of_capitals_where_there_are_enough_letters(String text, double ratio) {
		assertThat(Shape.capsRatio(text)).isEqualTo(ratio);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			no!!!!!,  5
			abc,      1
			'a    b', 1
			'',       0
			😀😀😀,   3
			""")
	void longest_run_counts_one_character_again_and_again(String text, int run) {
		assertThat(Shape.longestRun(text)).isEqualTo(run);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			no emoji (c) 1 2 3, 0
			😀 and 👨‍👩‍👧‍👦,    2
			🇺🇦🇵🇱,              2
			👍🏽 ❤️ 1️⃣,         3
			""")
	void emoji_are_counted_as_a_reader_sees_them(String text, int count) {
		assertThat(Shape.emojiCount(text)).isEqualTo(count);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			in 2024 or 2025, 0.667
			no digits,       0.0
			'',              0.0
			１２３四,          0.75
			""")
	void digits_are_a_share_of_what_is_written(String text, double share) {
		assertThat(Shape.digitShare(text)).isEqualTo(share);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ca\u200Bsi\u00ADno\u2060s          | 3
			\u202Eevil\u202C                   | 2
			plain text                          | 0
			👨\u200D👩\u200D👧 ❤\uFE0F 👍🏽\u200D🌾   | 0
			1\uFE0F\u20E3                       | 0
			می\u200Cخواهم                        | 0
			क्\u200Dष                            | 0
			שלום\u200F (abc) \u200E              | 0
			a\u200Db                            | 1
			abc\u200E                           | 1
			""")
	void invisible_characters_are_those_that_nothing_needs(String text, int count) {
		assertThat(InvisibleCharacters.find(text.translateEscapes())).hasSize(count);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			pаypal and Рutin (both with a Cyrillic letter) | 2
			саsіnо                                         | 1
			СМИ and BBC                                    | 0
			SMSка, PRом, COVIDный                          | 0
			NATO-члены, iPhone 12, Ω5                      | 0
			Windowsを使う, K팝                              | 0
			naïve café, straße                             | 0
			αβγ abc                                        | 0
			αbc                                            | 1
			""")
	void mixed_words_have_letters_of_several_scripts(String text, int count) {
		assertThat(MixedScripts.find(text)).hasSize(count);
	}

	@Test
	void length_counts_code_points() {
		assertThat(Shape.length("a😀\uD83D")).isEqualTo(3);
	}

	@Test
	void scripts_have_iso_codes_and_signs_have_none() {
		assertThat(Scripts.in("Hello, Привет 你好 123 😀!")).containsExactly("Cyrl", "Hani", "Latn");
		assertThat(Scripts.in("123 …")).isEmpty();
	}

}
