package io.parley.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.parley.backends.Ports;
import io.parley.local.monitoring.Dashboards.Query;
import io.parley.local.monitoring.RuleFiles.Rule;
import io.parley.local.up.FreePorts;
import io.parley.local.up.LocalInstallation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Every panel and every rule against a real Prometheus that watches a real installation
 * while comments are replayed, reviewed, set aside, and decided by a rule that fails and
 * by one that rejects too many.
 */
@Tag("thorough")
class DashboardsIT {

	private static final Pattern SELECTOR = Pattern.compile("\\b(?:parley[_:][\\w:]+|up)\\b(?:\\{[^}]*})?");

	@TempDir
	private static Path folder;

	private static LocalInstallation installation;

	private static Prometheus prometheus;

	private static CompletableFuture<Void> replaying;

	@BeforeAll
	static void start() throws Exception {
		Tool tool = Tool.required("prometheus");
		installation = LocalInstallation.start(FreePorts.options(folder.resolve("data"), 1, Newsroom.policy(folder)));
		prometheus = Prometheus.start(tool, Files.createDirectories(folder.resolve("prometheus")), Ports.free(),
				Map.of("comment-service", List.of(authority(installation.commentService().url())), "moderation-service",
						List.of(authority(installation.moderationService(0).url()))));
		await().ignoreExceptions()
			.atMost(Duration.ofSeconds(60))
			.until(() -> prometheus.values("up == 1").size(), up -> up == 2);
		Newsroom newsroom = new Newsroom(installation.runFile());
		newsroom.replay(Newsroom.comments(folder.resolve("first.tsv"), 60), 30);
		review(newsroom, "first");
		newsroom.spoil();
		Path comments = Newsroom.comments(folder.resolve("second.tsv"), 1500);
		// Goes on when the tests have ended: never on a thread that others wait for.
		replaying = CompletableFuture.runAsync(() -> newsroom.replay(comments, 25),
				task -> Thread.ofPlatform().daemon().name("replay").start(task));
		review(newsroom, "again");
	}

	/** Once more after a look, for a counter has to grow before it has a rate. */
	private static void review(Newsroom newsroom, String round) throws Exception {
		await().atMost(Duration.ofSeconds(30)).until(newsroom::queue, queue -> queue.size() > 3);
		List<String> queue = newsroom.queue();
		newsroom.review(queue.get(0), "APPROVE");
		newsroom.review(queue.get(1), "REJECT");
		await().alias(round)
			.atMost(Duration.ofSeconds(30))
			.until(() -> prometheus.values("count(parley_rule_reviews_total)"), values -> values.equals(List.of(2.0)));
	}

	@AfterAll
	static void stop() {
		Stream.of(prometheus, installation).filter(Objects::nonNull).forEach(part -> {
			try {
				part.close();
			}
			catch (Exception failure) {
				throw new IllegalStateException(failure);
			}
		});
	}

	@Test
	void given_a_replay_then_every_query_of_every_panel_has_data() throws IOException {
		List<Query> queries = Dashboards.queries();
		assertThat(queries).hasSizeGreaterThan(50);
		await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
			assertThat(replaying).isNotDone();
			List<Query> empty = new ArrayList<>();
			for (Query query : queries) {
				if (isEmpty(query.expression().replace("$__rate_interval", "20s"))) {
					empty.add(query);
				}
			}
			assertThat(empty).isEmpty();
		});
	}

	@Test
	void given_a_replay_then_every_rule_is_evaluated_and_all_that_it_asks_for_is_there() throws Exception {
		await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
			JsonNode groups = prometheus.get("/api/v1/rules").at("/data/groups");
			assertThat(groups.valueStream().flatMap(group -> group.path("rules").valueStream()))
				.hasSameSizeAs(RuleFiles.rules())
				.allSatisfy(rule -> assertThat(rule.path("health").asString()).as(rule.toString()).isEqualTo("ok"));
			List<String> empty = new ArrayList<>();
			for (Rule rule : RuleFiles.rules()) {
				List<String> asked = (rule.record() != null) ? List.of(rule.expression())
						: selectors(rule.expression());
				for (String expression : asked) {
					if (isEmpty(expression)) {
						empty.add(expression);
					}
				}
			}
			assertThat(empty).isEmpty();
		});
	}

	@Test
	void given_a_dead_letter_and_a_rule_that_fails_then_their_alerts_are_active() {
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(prometheus.get("/api/v1/alerts")
				.at("/data/alerts")
				.valueStream()
				.map(alert -> alert.at("/labels/alertname").asString()))
				.contains("ParleyDeadLetters", "ParleyDecisionsDegraded")
				.doesNotContain("ParleyServiceDown", "ParleyNoDecisions", "ParleyPublishBacklog"));
	}

	private static List<String> selectors(String expression) {
		List<String> selectors = SELECTOR.matcher(expression).results().map(found -> found.group()).distinct().toList();
		assertThat(selectors).as(expression).isNotEmpty();
		return selectors;
	}

	/** Whether there is nothing that could be drawn. */
	private static boolean isEmpty(String expression) throws IOException, InterruptedException {
		return prometheus.values(expression).stream().noneMatch(Double::isFinite);
	}

	private static String authority(URI url) {
		return url.getHost() + ":" + url.getPort();
	}

}
