package io.parley.comments;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.backends.Backends;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.OnSharedBackends;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class WarmUpTest {

	@Test
	void a_service_exercises_itself_before_it_is_ready_and_leaves_nothing_behind() {
		String bootstrapServers = Backends.shared().bootstrapServers();
		Map<String, Object> settings = new HashMap<>(OnSharedBackends.settings(bootstrapServers));
		settings.put("parley.warm-up", "2s");
		String[] arguments = settings.entrySet()
			.stream()
			.map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
			.toArray(String[]::new);

		try (ConfigurableApplicationContext service = SpringApplication.run(CommentServiceApplication.class, arguments);
				Moderation moderation = new Moderation(bootstrapServers)) {
			assertThat(service.getBean(ApplicationAvailability.class).getReadinessState())
				.isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
			assertThat(service.getBean(MeterRegistry.class)
				.get("http.server.requests")
				.tag("status", "400")
				.timers()
				.stream()
				.mapToLong(Timer::count)
				.sum()).isGreaterThan(20);
			JdbcClient jdbc = service.getBean(JdbcClient.class);
			assertThat(jdbc.sql("select (select count(*) from comment) + (select count(*) from thread)")
				.query(Long.class)
				.single()).isZero();
			assertThat(moderation.eventsBy("~/nobody")).isEmpty();
		}
	}

}
