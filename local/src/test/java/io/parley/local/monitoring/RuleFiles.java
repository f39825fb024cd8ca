package io.parley.local.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.parley.local.command.Checkout;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rules that Prometheus loads, and their tests. */
final class RuleFiles {

	static final Path FOLDER = Checkout.folder().resolve("deploy/prometheus");

	private RuleFiles() {
	}

	static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER.resolve("rules"))) {
			return files.sorted().toList();
		}
	}

	static List<Rule> rules() throws IOException {
		return files().stream()
			.flatMap(file -> maps(yaml(file).get("groups")))
			.flatMap(group -> maps(group.get("rules")))
			.map(rule -> new Rule(text(rule.get("record")), text(rule.get("alert")), String.valueOf(rule.get("expr")),
					(rule.get("annotations") instanceof Map<?, ?> annotations) ? text(annotations.get("runbook"))
							: null))
			.toList();
	}

	/** Which alerts are expected to fire, or not to, at some time of some test. */
	static List<Expectation> expectations() {
		return maps(yaml(FOLDER.resolve("tests/alerts.yml")).get("tests"))
			.flatMap(test -> maps(test.get("alert_rule_test")))
			.map(expected -> new Expectation(String.valueOf(expected.get("alertname")),
					expected.get("exp_alerts") != null))
			.toList();
	}

	private static Map<?, ?> yaml(Path file) {
		try {
			Map<?, ?> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
			return content;
		}
		catch (IOException failure) {
			throw new java.io.UncheckedIOException(failure);
		}
	}

	private static Stream<Map<?, ?>> maps(@Nullable Object list) {
		return (list instanceof List<?> elements) ? elements.stream().map(element -> (Map<?, ?>) element)
				: Stream.empty();
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	/** A recording or an alerting rule. */
	record Rule(@Nullable String record, @Nullable String alert, String expression, @Nullable String runbook) {

	}

	record Expectation(String alert, boolean fires) {

	}

}
