package io.parley.local.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.parley.contract.Json;
import io.parley.local.command.Checkout;
import tools.jackson.databind.JsonNode;

/** The dashboards as Grafana loads them. */
final class Dashboards {

	private Dashboards() {
	}

	static List<JsonNode> all() throws IOException {
		try (Stream<Path> files = Files.list(Checkout.folder().resolve("deploy/grafana/dashboards"))) {
			return files.sorted().map(Dashboards::read).toList();
		}
	}

	static List<Query> queries() throws IOException {
		return all().stream()
			.flatMap(dashboard -> panels(dashboard).flatMap(panel -> panel.path("targets")
				.valueStream()
				.map(target -> new Query(dashboard.path("title").asString() + " / " + panel.path("title").asString(),
						target.path("expr").asString()))))
			.toList();
	}

	static Stream<JsonNode> panels(JsonNode dashboard) {
		return dashboard.path("panels").valueStream().filter(panel -> !panel.path("type").asString().equals("row"));
	}

	private static JsonNode read(Path file) {
		try {
			return Json.MAPPER.readTree(Files.readString(file));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** What a panel asks Prometheus for. */
	record Query(String panel, String expression) {

	}

}
