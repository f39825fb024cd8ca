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
