package io.parley.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.parley.backends.Backends;
import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.Json;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service as it runs: a real broker, a real database, its HTTP door. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ModerationServiceTests {

	private static final String KEY = "a-moderators-key";

	@TempDir
	static Path state;

	private static @Nullable KafkaProducer<String, byte[]> producer;

	private static @Nullable KafkaConsumer<String, byte[]> consumer;

	private final HttpClient http = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		Backends backends = Backends.shared();
		registry.add("spring.kafka.bootstrap-servers", backends::bootstrapServers);
		registry.add("spring.datasource.url", backends::newDatabase);
		registry.add("spring.datasource.username", () -> backends.database().user());
		registry.add("spring.datasource.password", () -> backends.database().password());
		registry.add("parley.topics.partitions", () -> 3);
		registry.add("parley.streams.state-dir", state::toString);
		registry.add("parley.policy.file",
				() -> Path.of("src/test/resources/policies/pipeline.yaml").toAbsolutePath().toString());
		registry.add("parley.access.moderators[0].name", () -> "mod-ines");
		registry.add("parley.access.moderators[0].sha256", () -> sha256(KEY));
	}

	@BeforeAll
	static void connect() {
		String brokers = Backends.shared().bootstrapServers();
		producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers), new StringSerializer(),
				new ByteArraySerializer());
		consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
				ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"), new StringDeserializer(),
				new ByteArrayDeserializer());
	}

	@AfterAll
	static void disconnect() {
		requireNonNull(producer).close();
		requireNonNull(consumer).close();
	}

	@BeforeEach
	void followTheOutputs() {
		KafkaConsumer<String, byte[]> outputs = requireNonNull(consumer);
		List<TopicPartition> partitions = Stream.of(Topics.DECISIONS, Topics.COMMENTS_DLT, Topics.DECISIONS_DLT)
			.flatMap(topic -> outputs.partitionsFor(topic).stream())
			.map(info -> new TopicPartition(info.topic(), info.partition()))
			.toList();
		outputs.assign(partitions);
		outputs.seekToEnd(partitions);
		partitions.forEach(outputs::position);
	}

	@Test
	void given_a_comment_then_its_decision_is_published_and_can_be_looked_up() throws Exception {
		CommentSubmitted comment = comment("Play LUCKY  roulette tonight!");
		publish(comment);

		Decision decision = nextDecision(comment.commentId());
		assertThat(decision.verdict()).isEqualTo(Verdict.REJECT);
		assertThat(decision.decidedAt()).isEqualTo(comment.submittedAt());
		assertThat(awaitDecision(comment.commentId())).isEqualTo(decision);
	}

	@Test
	void given_a_review_then_the_topology_decides_with_the_moderators_name() throws Exception {
		CommentSubmitted comment = comment("Read https://example.org/treaty first");
		publish(comment);
		assertThat(nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.HOLD);
		awaitDecision(comment.commentId());

		HttpResponse<String> answer = review(comment.commentId(), 1, "\"APPROVE\"", null);

		assertThat(answer.statusCode()).isEqualTo(202);
		Decision decision = nextDecision(comment.commentId());
		assertThat(decision.verdict()).isEqualTo(Verdict.APPROVE);
		assertThat(decision.source()).isEqualTo(DecisionSource.MODERATOR);
		assertThat(decision.moderator()).isEqualTo("mod-ines");
		assertThat(decision.ordinal()).isEqualTo(2);
		await().untilAsserted(() -> assertThat(awaitDecision(comment.commentId())).isEqualTo(decision));
	}

	@Test
	void given_the_same_review_sent_twice_with_its_key_then_it_is_one_review() throws Exception {
		CommentSubmitted comment = comment("And https://example.org/appendix too");
		publish(comment);
		nextDecision(comment.commentId());
		awaitDecision(comment.commentId());

		String first = review(comment.commentId(), 1, "\"APPROVE\"", "once").body();
		String second = review(comment.commentId(), 1, "\"APPROVE\"", "once").body();

		assertThat(second).isEqualTo(first);
		Decision decision = nextDecision(comment.commentId());
		assertThat(nextDecision(comment.commentId())).isEqualTo(decision);
	}

	@Test
	void given_a_review_of_an_unknown_comment_then_not_found() throws Exception {
		HttpResponse<String> answer = review("01932f6e-7b1a-7c3e-9a55-2f4f0c7d1e10", 1, "\"APPROVE\"", null);

		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(problem(answer)).contains("no decision about a comment");
	}

	@Test
	void given_a_review_of_another_revision_then_conflict() throws Exception {
		CommentSubmitted comment = comment("A plain remark.");
		publish(comment);
		awaitDecision(comment.commentId());

		HttpResponse<String> answer = review(comment.commentId(), 2, "\"REJECT\"", null);

		assertThat(answer.statusCode()).isEqualTo(409);
		assertThat(problem(answer)).contains("at revision 1 now, not 2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			{                                                        | not the JSON of a review
			{"verdikt":"APPROVE"}                                    | There is no field 'verdikt'
			{"commentId":"c","revision":1,"verdict":"PUBLISH"}       | 'PUBLISH' does not fit 'verdict'
			{"commentId":"c","revision":0,"verdict":"HOLD"}          | the revision that you looked at
			{}                                                       | APPROVE, HOLD or REJECT
			{"commentId":"c","revision":1,"verdict":"HOLD","reason":"mood"} | is not a reason of policy 'pipeline'
			""")
	void given_a_bad_review_then_the_answer_says_what_to_fix(String body, String expected) throws Exception {
		HttpResponse<String> answer = send(request("/v1/reviews").header("Authorization", "Bearer " + KEY)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body)));

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
		assertThat(answer.body()).contains(expected);
	}

	@ParameterizedTest
	@CsvSource({ "Authorization,Bearer wrong", "Authorization,Basic a2V5OmtleQ==", "Accept,*/*" })
	void given_no_known_key_then_unauthorized(String header, String value) throws Exception {
		HttpResponse<String> answer = send(request("/v1/decisions/c1").header(header, value).GET());

		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.headers().firstValue("WWW-Authenticate"))
			.hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
		assertThat(problem(answer)).contains("moderator's key");
	}

	@Test
	void given_poison_on_the_comments_then_it_is_a_dead_letter_and_nothing_stops() throws Exception {
		CommentSubmitted comment = comment("After the storm.");
		send(new ProducerRecord<>(Topics.COMMENTS, null, comment.authorKey(), "{".getBytes(UTF_8),
				new RecordHeaders().add("ce_type", "io.parley.comment.submitted.v1".getBytes(UTF_8))));
		publish(comment);

		ConsumerRecord<String, byte[]> dead = next(Topics.COMMENTS_DLT);
		assertThat(new String(dead.headers().lastHeader("parley_dlt_reason").value(), UTF_8))
			.contains("cannot be read");
		assertThat(nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void given_poison_on_the_decisions_then_the_projection_goes_on() throws Exception {
		send(new ProducerRecord<>(Topics.DECISIONS, "gazette/x", "poison".getBytes(UTF_8)));
		CommentSubmitted comment = comment("Still here.");
		publish(comment);

		assertThat(next(Topics.DECISIONS_DLT).value()).isEqualTo("poison".getBytes(UTF_8));
		assertThat(awaitDecision(comment.commentId()).verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void readiness_is_open_to_probes_and_true() throws Exception {
		HttpResponse<String> answer = send(request("/actuator/health/readiness").GET());

		assertThat(answer.statusCode()).isEqualTo(200);
	}

	private static CommentSubmitted comment(String body) {
		String author = "reader-" + UUID.randomUUID();
		return new CommentSubmitted(UUID.randomUUID().toString(), 1, "gazette", new CommentThread("summit", null, null),
				null, new Author(Author.keyOf("gazette", author), author, null, null, null), body, null,
				Instant.parse("2026-11-20T20:00:00Z"));
	}

	private static void publish(Event event) throws ExecutionException, InterruptedException {
		Headers headers = new RecordHeaders();
		byte[] value = new EventSerde<>(Event.class).serialize(Topics.COMMENTS, headers, event);
		send(new ProducerRecord<>(Topics.COMMENTS, null, event.authorKey(), value, headers));
	}

	private static void send(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
		requireNonNull(producer).send(record).get();
	}

	private static Decision nextDecision(String commentId) {
		while (true) {
			ConsumerRecord<String, byte[]> record = next(Topics.DECISIONS);
			if (record.headers().lastHeader("ce_type") == null) {
				continue;
			}
			Decision decision = new EventSerde<>(Decision.class).deserialize(record.topic(), record.headers(),
					record.value());
			if (decision.commentId().equals(commentId)) {
				return decision;
			}
		}
	}

	private static final List<ConsumerRecord<String, byte[]>> RECEIVED = new ArrayList<>();

	private static ConsumerRecord<String, byte[]> next(String topic) {
		return await().atMost(Duration.ofSeconds(30)).until(() -> {
			requireNonNull(consumer).poll(Duration.ofMillis(100)).forEach(RECEIVED::add);
			for (ConsumerRecord<String, byte[]> record : RECEIVED) {
				if (record.topic().equals(topic)) {
					RECEIVED.remove(record);
					return record;
				}
			}
			return null;
		}, record -> record != null);
	}

	private Decision awaitDecision(String commentId) {
		HttpResponse<String> answer = await().atMost(Duration.ofSeconds(30))
			.until(() -> send(request("/v1/decisions/" + commentId).header("Authorization", "Bearer " + KEY).GET()),
					response -> response.statusCode() == 200);
		return Json.MAPPER.readValue(answer.body(), Decision.class);
	}

	private HttpResponse<String> review(String commentId, int revision, String verdict, @Nullable String key)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = request("/v1/reviews").header("Authorization", "Bearer " + KEY)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(
					"{\"commentId\":\"%s\",\"revision\":%d,\"verdict\":%s}".formatted(commentId, revision, verdict)));
		return send((key != null) ? request.header("Idempotency-Key", key) : request);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String problem(HttpResponse<String> answer) {
		JsonNode problem = Json.MAPPER.readTree(answer.body());
		assertThat(answer.headers().firstValue("Content-Type"))
			.hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
		return problem.path("detail").asString();
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException(missing);
		}
	}

}
