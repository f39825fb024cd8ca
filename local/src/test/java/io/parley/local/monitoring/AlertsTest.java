package io.parley.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.parley.local.command.Checkout;
import io.parley.local.monitoring.RuleFiles.Expectation;
import io.parley.local.monitoring.RuleFiles.Rule;
import io.parley.local.monitoring.Tool.Result;
import org.junit.jupiter.api.Test;

/** The alerts: valid, tried out, and each with a page that says what to do. */
class AlertsTest {

	@Test
	void given_the_rules_then_prometheus_takes_them() throws Exception {
		for (var file : RuleFiles.files()) {
			Result result = Tool.required("promtool").run("check", "rules", file.toString());

			assertThat(result.status()).as(result.output()).isZero();
		}
	}

	@Test
	void given_the_configuration_then_prometheus_takes_it() throws Exception {
		Result result = Tool.required("promtool").run("check", "config", "prometheus.yml");

		assertThat(result.status()).as(result.output()).isZero();
		assertThat(result.output()).contains(RuleFiles.files().size() + " rule files found");
	}

	@Test
	void given_the_rules_tests_then_they_pass() throws Exception {
		Result result = Tool.required("promtool").run("test", "rules", "tests/alerts.yml");

		assertThat(result.status()).as(result.output()).isZero();
	}

	@Test
	void given_an_alert_then_its_test_sees_it_fire_and_not_fire() throws IOException {
		List<Expectation> expectations = RuleFiles.expectations();

		assertThat(alerts(expectations, true)).isEqualTo(alertsOfRules());
		assertThat(alerts(expectations, false)).isEqualTo(alertsOfRules());
	}

	@Test
	void given_an_alert_then_the_operators_page_has_its_section() throws IOException {
		Set<String> sections = Files.readAllLines(Checkout.folder().resolve("docs/operators.md"))
			.stream()
			.filter(line -> line.startsWith("### Alert: "))
			.map(line -> "docs/operators.md#"
					+ line.substring(4).toLowerCase(Locale.ROOT).replace(":", "").replace(' ', '-'))
			.collect(Collectors.toSet());

		assertThat(RuleFiles.rules().stream().filter(rule -> rule.alert() != null).map(Rule::runbook).distinct())
			.containsExactlyInAnyOrderElementsOf(sections);
	}

	private static Set<String> alerts(List<Expectation> expectations, boolean fires) {
		return expectations.stream()
			.filter(expected -> expected.fires() == fires)
			.map(Expectation::alert)
			.collect(Collectors.toSet());
	}

	private static Set<String> alertsOfRules() throws IOException {
		return RuleFiles.rules().stream().map(Rule::alert).filter(Objects::nonNull).collect(Collectors.toSet());
	}

}
