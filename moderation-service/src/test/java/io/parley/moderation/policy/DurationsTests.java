package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

	@Test
	void given_units_in_their_order_then_they_add_up() {
		assertThat(Durations.parse("90s")).isEqualTo(Duration.ofSeconds(90));
		assertThat(Durations.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
		assertThat(Durations.parse("1d2h3m4s")).isEqualTo(Duration.ofSeconds(93_784));
		assertThat(Durations.parse("999999d")).isEqualTo(Duration.ofDays(999_999));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "h", "1m1h", "1h1h", "1234567s", "1h ", " 1h", "-1h", "1w", "1h5", "1H", "١h" })
	void given_anything_else_then_it_is_none(String text) {
		assertThat(Durations.parse(text)).isNull();
	}

}
