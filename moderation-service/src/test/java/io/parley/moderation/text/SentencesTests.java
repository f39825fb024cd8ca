package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			we will not go          | 4
			don't e-mail us, please | 4
			v3.2 is out             | 3
			я не пойду              | 3
			我要去北京              | 3
			zero\u200Bwidth joined  | 2
			""")
	void words_are_counted_as_a_reader_would(String text, int words) {
		assertThat(Sentences.of(text).words(0, text.length())).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Here one goes, there      | true
			Here one goes! there      | false
			Here one goes. There      | false
			Here goes Mr. There       | true
			Here goes J. There        | true
			Here it costs 3.50, There | true
			Here 走了。There            | false
			""")
	void a_sentence_ends_where_a_reader_would_end_it(String text, boolean together) {
		assertThat(Sentences.of(text).areTogether(0, text.toLowerCase(java.util.Locale.ROOT).indexOf("there")))
			.isEqualTo(together);
	}

	@Test
	void a_line_is_a_sentence() {
		assertThat(Sentences.of("one\ntwo").areTogether(0, 4)).isFalse();
	}

}
