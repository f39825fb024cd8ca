package io.parley.local.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.parley.backends.ChildProcess;
import io.parley.contract.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/**
 * A real Prometheus with the configuration that is deployed, but for where the services
 * are and how often it looks.
 */
final class Prometheus implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final ChildProcess process;

	private final URI url;

	private Prometheus(ChildProcess process, URI url) {
		this.process = process;
		this.url = url;
	}

	/**
	 * Starts it.
	 * @param targets host and port of each job
	 */
	static Prometheus start(Tool prometheus, Path folder, int port, Map<String, List<String>> targets)
			throws IOException {
		Path configuration = Files.writeString(folder.resolve("prometheus.yml"), configuration(targets));
		ChildProcess process = ChildProcess.start(List.of(prometheus.program().toString(),
				"--config.file=" + configuration, "--storage.tsdb.path=" + folder.resolve("data"),
				"--web.listen-address=127.0.0.1:" + port, "--log.level=warn"), Map.of(),
				folder.resolve("prometheus.log"));
		return new Prometheus(process, URI.create("http://127.0.0.1:" + port));
	}

	@SuppressWarnings("unchecked")
	private static String configuration(Map<String, List<String>> targets) throws IOException {
		Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
		Map<String, Object> deployed = yaml.load(Files.readString(RuleFiles.FOLDER.resolve("prometheus.yml")));
		deployed.put("global", Map.of("scrape_interval", "3s", "evaluation_interval", "3s"));
		deployed.put("rule_files", List.of(RuleFiles.FOLDER.resolve("rules") + "/*.yml"));
		List<Map<String, Object>> jobs = (List<Map<String, Object>>) requireNonNull(deployed.get("scrape_configs"));
		assertThat(jobs).extracting(job -> job.get("job_name")).containsExactlyInAnyOrderElementsOf(targets.keySet());
		jobs.forEach(job -> {
			job.remove("dns_sd_configs");
			job.put("static_configs", List.of(Map.of("targets", requireNonNull(targets.get(job.get("job_name"))))));
		});
		return yaml.dump(deployed);
	}

	/** The values of an expression now; an expression that cannot be evaluated fails. */
	List<Double> values(String expression) throws IOException, InterruptedException {
		JsonNode result = get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8)).at("/data/result");
		return result.valueStream().map(sample -> number(sample.at("/value/1").asString())).toList();
	}

	JsonNode get(String path) throws IOException, InterruptedException {
		var answer = http.send(HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(10)).build(),
				BodyHandlers.ofString());
		assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
		return Json.MAPPER.readTree(answer.body());
	}

	private static double number(String text) {
		return switch (text) {
			case "+Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(text);
		};
	}

	@Override
	public void close() {
		process.kill();
		http.close();
	}

}
