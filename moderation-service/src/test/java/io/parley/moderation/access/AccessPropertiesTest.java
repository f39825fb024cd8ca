package io.parley.moderation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessPropertiesTest {

	private static final String HASH = "0f".repeat(32);

	@Test
	void given_nothing_then_nobody_has_a_key_and_there_are_no_pages() {
		assertThat(bind(Map.of())).isEqualTo(new AccessProperties(List.of(),
				new AccessProperties.Oidc("sub", "roles", Map.of(), Duration.ofHours(4)), false));
	}

	@Test
	void given_all_settings_then_each_is_read() {
		AccessProperties access = bind(
				Map.of("parley.access.moderators[0].name", "robot", "parley.access.moderators[0].sha256", HASH,
						"parley.access.moderators[0].role", "policy-editor", "parley.access.oidc.name-claim", "email",
						"parley.access.oidc.role-claim", "realm_access.roles", "parley.access.oidc.roles.policy-editor",
						"editors,chiefs", "parley.access.oidc.longest-session", "30m", "parley.access.pages", "true"));

		assertThat(access).isEqualTo(
				new AccessProperties(List.of(new AccessProperties.Moderator("robot", HASH, Role.POLICY_EDITOR)),
						new AccessProperties.Oidc("email", "realm_access.roles",
								Map.of(Role.POLICY_EDITOR, List.of("editors", "chiefs")), Duration.ofMinutes(30)),
						true));
	}

	@Test
	void given_a_hash_that_is_none_then_the_settings_say_whose() {
		assertThatThrownBy(() -> new AccessProperties.Moderator("robot", "secret", Role.ADMIN))
			.hasMessageContaining("the sha256 of robot");
	}

	private static AccessProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("parley.access",
				AccessProperties.class);
	}

}
