package io.parley.comments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.parley.backends.Broker;
import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.OnSharedBackends;
import io.parley.comments.fixture.Platform;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentEvent;
import io.parley.contract.PlatformEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances on one database: none of an author's comments is published for the first
 * time after a later one, whoever publishes them and whatever fails. That one is
 * published twice does no harm.
 */
class AuthorOrderTest {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	private Broker broker;

	private final List<ConfigurableApplicationContext> services = new ArrayList<>();

	@BeforeEach
	void start() {
		broker = Broker.start(folder, 0);
		Map<String, Object> settings = new HashMap<>(OnSharedBackends.settings(broker.bootstrapServers()));
		services.add(start(settings));
		services.add(start(settings));
		services.forEach(service -> await().atMost(PATIENCE)
			.until(() -> platform(service).get("/actuator/health").at("/components/kafka/details/publishing"),
					"at once"::equals));
	}

	@AfterEach
	void stop() {
		services.forEach(ConfigurableApplicationContext::close);
		broker.kill();
	}

	@Test
	void an_author_who_is_served_by_both_in_turn_is_published_in_order() throws Exception {
		List<String> authors = List.of(newId(), newId(), newId(), newId());
		Map<String, List<String>> accepted;
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<String, Future<List<String>>> written = new HashMap<>();
			authors.forEach(author -> written.put(author, writers.submit(() -> write(author, 60))));
			accepted = all(written);
		}

		try (Moderation moderation = new Moderation(broker.bootstrapServers())) {
			assertThatAllWerePublishedInOrder(accepted, moderation);
		}
	}

	@Test
	@Tag("thorough")
	void a_broker_that_dies_meanwhile_changes_no_order() throws Exception {
		AtomicBoolean stopped = new AtomicBoolean();
		Map<String, List<String>> accepted;
		try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
			Map<String, Future<List<String>>> written = new HashMap<>();
			for (int number = 0; number < 8; number++) {
				String author = newId();
				written.put(author, writers.submit(() -> writeUntil(author, stopped)));
			}
			broker.kill();
			// Long enough for some to be given up, as their delivery timeout says.
			await().atMost(PATIENCE)
				.until(() -> platform(0).get("/actuator/health").at("/components/kafka/details/publishing"),
						"waiting for Kafka"::equals);
			broker = Broker.start(folder, broker.port());
			await().atMost(PATIENCE)
				.until(() -> platform(0).get("/actuator/health").at("/components/kafka/details/publishing"),
						"at once"::equals);
			stopped.set(true);
			accepted = all(written);
		}

		try (Moderation moderation = new Moderation(broker.bootstrapServers())) {
			assertThatAllWerePublishedInOrder(accepted, moderation);
		}
	}

	@Test
	void what_a_process_left_behind_when_it_died_comes_before_what_its_author_wrote_since() {
		String author = newId();
		String first = platform(0).post(comment("t", author, "first")).at("/id");
		try (Moderation moderation = new Moderation(broker.bootstrapServers())) {
			moderation.eventBy("daily/" + author);
			String orphan = orphanOf(first);
			String facts = orphanedFacts(author);

			String edited = platform(1).put("/v1/comments/" + first, "{\"body\": \"second\"}").at("/id");
			String last = platform(1).post(comment("t", author, "third")).at("/id");

			List<PlatformEvent> events = await().atMost(PATIENCE)
				.until(() -> firstPublications(author, moderation), found -> found.size() == 5);
			assertThat(events.stream().map(AuthorOrderTest::name)).containsExactly(first + " 1", orphan + " 1",
					facts + " 0", edited + " 2", last + " 1");
		}
	}

	/**
	 * As a process leaves it that has committed it and dies: nobody else takes it yet.
	 */
	private String orphanOf(String id) {
		String orphan = newId();
		jdbc().sql("""
				insert into comment (id, site, thread_id, author_key, author_id, body, submitted_at, publish_due)
				select ?, site, thread_id, author_key, author_id, 'orphan', now(), now() + interval '1 hour'
				from comment where id = ?
				""").param(UUID.fromString(orphan)).param(UUID.fromString(id)).update();
		return orphan;
	}

	private String orphanedFacts(String author) {
		String facts = newId();
		jdbc().sql("""
				insert into author_facts (id, site, author_id, approved, told_at, publish_due)
				values (?, 'daily', ?, 3, now(), now() + interval '1 hour')
				""").param(UUID.fromString(facts)).param(author).update();
		return facts;
	}

	private static Map<String, List<String>> all(Map<String, Future<List<String>>> written) throws Exception {
		Map<String, List<String>> all = new HashMap<>();
		for (Map.Entry<String, Future<List<String>>> author : written.entrySet()) {
			all.put(author.getKey(), author.getValue().get());
		}
		return all;
	}

	private List<String> write(String author, int count) {
		List<String> ids = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			ids.add(platform(number % 2).post(comment("t", author, "Number " + number)).at("/id"));
		}
		return ids;
	}

	private List<String> writeUntil(String author, AtomicBoolean stopped) {
		List<String> ids = new ArrayList<>();
		while (!stopped.get()) {
			Answer answer = platform(ids.size() % 2).post(comment("t", author, "Number " + ids.size()));
			assertThat(answer.status()).isEqualTo(202);
			ids.add(answer.at("/id"));
		}
		return ids;
	}

	private static void assertThatAllWerePublishedInOrder(Map<String, List<String>> accepted, Moderation moderation) {
		accepted.forEach((author, ids) -> {
			List<PlatformEvent> events = await().atMost(PATIENCE)
				.until(() -> firstPublications(author, moderation), found -> found.size() == ids.size());
			assertThat(events.stream().map(event -> ((CommentEvent) event).commentId())).isEqualTo(ids);
		});
	}

	/** An author's events without those that came before. */
	private static List<PlatformEvent> firstPublications(String author, Moderation moderation) {
		Map<String, PlatformEvent> first = new LinkedHashMap<>();
		moderation.eventsBy("daily/" + author).forEach(event -> first.putIfAbsent(name(event), event));
		return List.copyOf(first.values());
	}

	private static String name(PlatformEvent event) {
		return switch (event) {
			case CommentEvent comment -> comment.commentId() + ' ' + comment.revision();
			case AuthorFacts facts -> facts.factsId() + " 0";
		};
	}

	private JdbcClient jdbc() {
		return services.getFirst().getBean(JdbcClient.class);
	}

	private Platform platform(int instance) {
		return platform(services.get(instance));
	}

	private static Platform platform(ConfigurableApplicationContext service) {
		return new Platform(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")),
				Platform.DAILY);
	}

	private static ConfigurableApplicationContext start(Map<String, Object> settings) {
		return SpringApplication.run(CommentServiceApplication.class,
				settings.entrySet()
					.stream()
					.map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
					.toArray(String[]::new));
	}

}
