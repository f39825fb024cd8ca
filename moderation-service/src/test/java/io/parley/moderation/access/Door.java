package io.parley.moderation.access;

import java.security.Principal;

import io.parley.backends.Backends;
import io.parley.moderation.audit.AuditLog;
import io.parley.problem.Problems;
import io.parley.problem.RequestRules;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service's access rules with a real database and hardly anything behind them. Not
 * found by the service's own scan.
 */
@EnableAutoConfiguration(exclude = { KafkaAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class })
@EnableConfigurationProperties(AccessProperties.class)
@Import({ WebSecurity.class, PageSecurity.class, Accounts.class, BearerSignIn.class, PasswordSignIn.class,
		ProviderTokens.class, ProviderRegistrations.class, ProviderSignIn.class, SignInBrake.class, AuditLog.class,
		Problems.class, Door.House.class })
@ComponentScan(basePackages = "io.parley.moderation.console", useDefaultFilters = false,
		includeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
				pattern = ".*\\.(DoorPages|LostPages|PageFrame|ConsoleResources)"))
class Door {

	static final String KEY = "a-key-of-the-settings";

	@Bean
	RequestRules rules() {
		return new RequestRules(DataSize.ofKilobytes(64), "there is /v1/who");
	}

	/** Says who came in. */
	@TestComponent
	@RestController
	static class House {

		@GetMapping("/v1/who")
		String who(Principal caller) {
			return caller.getName();
		}

		@PostMapping("/v1/who")
		String change(Principal caller) {
			return caller.getName();
		}

		@GetMapping("/v1/projection")
		String administer(Principal caller) {
			return caller.getName();
		}

	}

	static final class OnSharedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			Backends backends = Backends.shared();
			TestPropertyValues.of("spring.datasource.url=" + backends.newDatabase(),
					"spring.datasource.username=" + backends.databaseUser(),
					"spring.datasource.password=" + backends.databasePassword(),
					"spring.datasource.hikari.maximum-pool-size=2",
					"management.endpoint.health.group.readiness.include=readinessState",
					"parley.access.reload-interval=100ms", "parley.access.moderators[0].name=robot",
					"parley.access.moderators[0].sha256=fa059d98c44a7bc96b24d4840d8dfca953cfb0656a6af07128bc63ea0c1c8cba")
				.applyTo(context);
		}

	}

}
