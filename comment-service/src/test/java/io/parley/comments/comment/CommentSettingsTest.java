package io.parley.comments.comment;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class CommentSettingsTest {

	@Test
	void without_settings_the_defaults_hold() {
		CommentSettings settings = bind(Map.of());

		assertThat(settings.maxBodyLength()).isEqualTo(20_000);
		assertThat(settings.maxRevisions()).isEqualTo(100);
		assertThat(settings.shownWhileEdited("daily")).isEqualTo(ShownWhileEdited.PREVIOUS);
	}

	@Test
	void a_site_may_differ_from_the_others() {
		CommentSettings settings = bind(Map.of("parley.comments.shown-while-edited", "nothing",
				"parley.comments.sites.daily.shown-while-edited", "previous"));

		assertThat(settings.shownWhileEdited("daily")).isEqualTo(ShownWhileEdited.PREVIOUS);
		assertThat(settings.shownWhileEdited("weekly")).isEqualTo(ShownWhileEdited.NOTHING);
	}

	private static CommentSettings bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("parley.comments",
				CommentSettings.class);
	}

}
