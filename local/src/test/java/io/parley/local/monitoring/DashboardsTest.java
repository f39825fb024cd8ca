package io.parley.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;

import io.parley.local.command.Checkout;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dashboards' files, without a Prometheus. */
class DashboardsTest {

	@Test
	void given_the_dashboards_then_each_has_a_name_of_its_own_and_its_panels_do_not_overlap() throws IOException {
		assertThat(Dashboards.all()).extracting(dashboard -> dashboard.path("title").asString())
			.containsExactly("Moderation", "Pipeline", "Rules");
		for (JsonNode dashboard : Dashboards.all()) {
			assertThat(dashboard.path("uid").asString()).startsWith("parley-");
			Set<String> cells = new HashSet<>();
			dashboard.path("panels").forEach(panel -> {
				JsonNode place = panel.path("gridPos");
				for (int x = place.path("x").asInt(); x < place.path("x").asInt() + place.path("w").asInt(); x++) {
					for (int y = place.path("y").asInt(); y < place.path("y").asInt() + place.path("h").asInt(); y++) {
						assertThat(cells.add(x + "," + y)).as("%s overlaps at %d,%d", panel.path("title"), x, y)
							.isTrue();
						assertThat(x).isLessThan(24);
					}
				}
			});
		}
	}

	@Test
	void given_a_panel_then_it_says_what_it_shows_and_asks_the_provisioned_source() throws IOException {
		assertThat(
				Files.readString(Checkout.folder().resolve("deploy/grafana/provisioning/datasources/prometheus.yml")))
			.contains("uid: parley");
		assertThat(Dashboards.all().stream().flatMap(Dashboards::panels)).allSatisfy(panel -> {
			assertThat(panel.path("description").asString()).isNotBlank();
			assertThat(panel.at("/datasource/uid").asString()).isEqualTo("parley");
			assertThat(panel.path("targets").size()).isPositive();
		});
	}

}
