package io.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.parley.backends.Backends;
import io.parley.moderation.fixture.OnSharedBackends;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance that is stopped on purpose. */
class LeavingTest {

	private static final String APPLICATION = "parley-moderation-leaving";

	@Test
	void given_an_instance_that_is_stopped_then_nobody_waits_for_its_session_to_end() throws Exception {
		Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
				Backends.shared().bootstrapServers());
		try (Admin admin = Admin.create(settings)) {
			ConfigurableApplicationContext service = start();
			try (service) {
				// There is no group before the first member.
				await().ignoreException(ExecutionException.class)
					.atMost(Duration.ofSeconds(60))
					.until(() -> !members(admin).isEmpty());
			}

			assertThat(members(admin)).isEmpty();
		}
	}

	private static List<MemberDescription> members(Admin admin) throws Exception {
		return admin.describeConsumerGroups(List.of(APPLICATION))
			.all()
			.get()
			.values()
			.stream()
			.flatMap(group -> group.members().stream())
			.toList();
	}

	private static ConfigurableApplicationContext start() {
		Backends backends = Backends.shared();
		List<String> settings = new ArrayList<>(OnSharedBackends.settings(backends.newDatabase(),
				backends.databaseUser(), backends.databasePassword()));
		settings.add("server.port=0");
		settings.add("spring.kafka.streams.application-id=" + APPLICATION);
		return SpringApplication.run(ModerationServiceApplication.class,
				settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
	}

}
