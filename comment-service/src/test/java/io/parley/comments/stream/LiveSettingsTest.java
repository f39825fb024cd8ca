package io.parley.comments.stream;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class LiveSettingsTest {

	private static final long MB = 1L << 20;

	@Test
	void as_many_streams_may_be_open_as_the_heap_has_room_for() {
		LiveSettings settings = new LiveSettings(0, 256, ofSeconds(15), ofSeconds(1));

		assertThat(settings.mostStreams(224 * MB)).isEqualTo(992);
		assertThat(settings.mostStreams(50 * MB)).isEqualTo(100);
		assertThat(settings.mostStreams(850 * MB)).isEqualTo(6000);
		assertThat(settings.mostStreams(8192 * MB)).isEqualTo(6000);
	}

	@Test
	void who_says_how_many_gets_so_many() {
		assertThat(new LiveSettings(9000, 256, ofSeconds(15), ofSeconds(1)).mostStreams(50 * MB)).isEqualTo(9000);
	}

}
