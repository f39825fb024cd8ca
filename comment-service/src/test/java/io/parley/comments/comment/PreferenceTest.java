package io.parley.comments.comment;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PreferenceTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			wait=3                                  | 3
			Wait = 3                                | 3
			wait="3"                                | 3
			respond-async, wait=3                   | 3
			foo; bar="wait=9, wait=8"; x, wait=3    | 3
			foo="wait=9", wait=3                    | 3
			wait=3; strict="1"                      | 3
			wait=3, wait=5                          | 3
			wait=10                                 | 10
			wait=11                                 | 10
			wait=999999999999999999                 | 10
			wait=9999999999999999999999             | 10
			wait=0                                  | 0
			wait                                    | 0
			wait=                                   | 0
			wait=-1                                 | 0
			wait=soon                               | 0
			wait=1.5                                | 0
			waiting=3                               | 0
			respond-async                           | 0
			`` | 0
			,,=;                                    | 0
			""")
	void the_wait_preference_is_found_among_others_and_bad_values_are_ignored(String header, long seconds) {
		assertThat(Preference.waitOf(List.of(header))).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void preferences_may_come_in_several_headers() {
		assertThat(Preference.waitOf(List.of("respond-async", "wait=2"))).isEqualTo(Duration.ofSeconds(2));
	}

}
