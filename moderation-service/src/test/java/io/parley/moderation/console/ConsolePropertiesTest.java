package io.parley.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConsolePropertiesTest {

	@Test
	void given_nothing_then_the_defaults_are_as_documented() {
		assertThat(bind(Map.of()))
			.isEqualTo(new ConsoleProperties(Duration.ofSeconds(10), Duration.ofMinutes(2), 5000, 100_000));
	}

	@Test
	void given_all_settings_then_each_is_read() {
		assertThat(bind(Map.of("parley.console.undo", "3s", "parley.console.claim", "1m", "parley.console.most-at-once",
				"7", "parley.console.most-exported", "8")))
			.isEqualTo(new ConsoleProperties(Duration.ofSeconds(3), Duration.ofMinutes(1), 7, 8));
	}

	private static ConsoleProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("parley.console",
				ConsoleProperties.class);
	}

}
