package io.parley.moderation.topology;

import static io.parley.moderation.topology.Events.comment;
import static io.parley.moderation.topology.Events.review;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Review;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyReader;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of the topology for what goes in. */
class ModerationTopologyTests {

	private static final CommentSubmitted CALM = comment("c1", "lena", 0, "Talks are better than silence.");

	private static final CommentSubmitted LINK = comment("c2", "lena", 30, "Source: https://news.example.org/talks");

	private static final CommentSubmitted SPAM = comment("c3", "spammer", 40, "Play Lucky Roulette now");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private TopologyTestDriver driver;

	private TestInputTopic<String, Event> comments;

	private TestOutputTopic<String, Decision> decisions;

	@BeforeEach
	void start(@TempDir Path state) throws Exception {
		this.driver = driver(state, meters);
		this.comments = driver.createInputTopic(Topics.COMMENTS, new StringSerializer(), new EventSerde<>(Event.class));
		this.decisions = driver.createOutputTopic(Topics.DECISIONS, new StringDeserializer(),
				new EventSerde<>(Decision.class));
	}

	@AfterEach
	void stop() {
		driver.close();
	}

	@Test
	void given_a_comment_then_its_decision_has_the_authors_key() {
		comments.pipeInput(SPAM.authorKey(), SPAM);

		TestRecord<String, Decision> record = decisions.readRecord();
		assertThat(record.key()).isEqualTo("gazette/spammer");
		assertThat(record.value().verdict()).isEqualTo(Verdict.REJECT);
		assertThat(record.value().hits()).singleElement().satisfies(hit -> {
			assertThat(hit.rule()).isEqualTo("gambling");
			assertThat(hit.spans()).singleElement()
				.satisfies(span -> assertThat(SPAM.body().substring(span.start(), span.end()))
					.isEqualTo("Lucky Roulette"));
		});
		assertThat(decisions.isEmpty()).isTrue();
	}

	@Test
	void given_the_author_has_been_approved_before_then_history_counts() {
		comments.pipeInput(CALM.authorKey(), CALM);
		comments.pipeInput(LINK.authorKey(), LINK);
		CommentSubmitted second = comment("c4", "lena", 60, "Let us hope.");
		comments.pipeInput(second.authorKey(), second);
		CommentSubmitted link = comment("c5", "lena", 90, "And https://news.example.org/more");
		comments.pipeInput(link.authorKey(), link);

		assertThat(decisions.readValuesToList()).extracting(Decision::verdict)
			.containsExactly(Verdict.APPROVE, Verdict.HOLD, Verdict.APPROVE, Verdict.APPROVE);
	}

	@Test
	void given_a_record_twice_then_the_same_decision_twice() {
		comments.pipeInput(LINK.authorKey(), LINK);
		comments.pipeInput(LINK.authorKey(), LINK);

		List<Decision> both = decisions.readValuesToList();
		assertThat(both).hasSize(2);
		assertThat(both.getLast()).isEqualTo(both.getFirst());
	}

	@Test
	void given_a_review_then_a_moderators_decision_follows() {
		comments.pipeInput(LINK.authorKey(), LINK);
		comments.pipeInput(LINK.authorKey(), review("r1", LINK, Verdict.REJECT, "spam"));

		assertThat(decisions.readValuesToList()).extracting(Decision::source, Decision::verdict, Decision::ordinal)
			.containsExactly(tuple(DecisionSource.RULES, Verdict.HOLD, 1),
					tuple(DecisionSource.MODERATOR, Verdict.REJECT, 2));
	}

	@Test
	void given_reviews_then_they_tell_whether_the_rules_were_right_and_holding_on_tells_nothing() {
		CommentSubmitted another = comment("c6", "olga", 50, "Source: https://news.example.org/other");
		for (CommentSubmitted held : List.of(LINK, another, SPAM)) {
			comments.pipeInput(held.authorKey(), held);
		}
		comments.pipeInput(LINK.authorKey(), review("r1", LINK, Verdict.APPROVE, null));
		comments.pipeInput(another.authorKey(), review("r2", another, Verdict.HOLD, null));
		comments.pipeInput(SPAM.authorKey(), review("r3", SPAM, Verdict.REJECT, null));

		assertThat(meters.find("parley.rule.reviews").counters())
			.extracting(counter -> counter.getId().getTag("rule"), counter -> counter.getId().getTag("outcome"),
					Counter::count)
			.containsExactlyInAnyOrder(
					tuple(decisions.readValuesToList().getFirst().hits().getFirst().rule(), "overturned", 1.0),
					tuple("gambling", "upheld", 1.0));
	}

	@Test
	void given_a_record_that_cannot_be_read_then_it_is_a_dead_letter_with_its_reason_and_the_next_is_decided() {
		Headers headers = new RecordHeaders().add("ce_type", "io.parley.mystery.v1".getBytes(UTF_8));
		TestInputTopic<String, byte[]> raw = driver.createInputTopic(Topics.COMMENTS, new StringSerializer(),
				new ByteArraySerializer());
		raw.pipeInput(new TestRecord<>("gazette/x", "not an event".getBytes(UTF_8), headers));
		comments.pipeInput(CALM.authorKey(), CALM);

		TestRecord<byte[], byte[]> dead = driver
			.createOutputTopic(Topics.COMMENTS_DLT, new ByteArrayDeserializer(), new ByteArrayDeserializer())
			.readRecord();
		assertThat(new String(dead.value(), UTF_8)).isEqualTo("not an event");
		assertThat(header(dead.headers(), "ce_type")).isEqualTo("io.parley.mystery.v1");
		assertThat(header(dead.headers(), "parley_dlt_reason")).contains("io.parley.mystery.v1");
		assertThat(header(dead.headers(), "parley_dlt_topic")).isEqualTo(Topics.COMMENTS);
		assertThat(decisions.readValuesToList()).extracting(Decision::commentId).containsExactly("c1");
	}

	@Test
	void given_the_same_events_under_the_same_policy_then_the_decisions_are_equal_to_the_byte(@TempDir Path other)
			throws Exception {
		List<byte[]> first = run(driver);
		List<byte[]> second;
		try (TopologyTestDriver again = driver(other, new SimpleMeterRegistry())) {
			second = run(again);
		}

		assertThat(first).hasSize(21);
		assertThat(second).containsExactlyElementsOf(first);
	}

	private static List<byte[]> run(TopologyTestDriver driver) {
		TestInputTopic<String, ModerationInput> comments = driver.createInputTopic(Topics.COMMENTS,
				new StringSerializer(), new EventSerde<>(ModerationInput.class));
		for (int number = 0; number < 20; number++) {
			CommentSubmitted comment = comment("c" + number, "author" + number % 3, number * 3,
					(number % 4 == 0) ? "see https://example.org/" + number : "Number " + number);
			comments.pipeInput(comment.authorKey(), comment);
		}
		CommentSubmitted reviewed = comment("c0", "author0", 0, "see https://example.org/0");
		comments.pipeInput(reviewed.authorKey(), review("r1", reviewed, Verdict.APPROVE, null));
		TestOutputTopic<byte[], byte[]> raw = driver.createOutputTopic(Topics.DECISIONS, new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		return new ArrayList<>(raw.readValuesToList());
	}

	static TopologyTestDriver driver(Path state, SimpleMeterRegistry meters) throws Exception {
		return driver(state, Path.of(ModerationTopologyTests.class.getResource("/policies/pipeline.yaml").toURI()),
				meters);
	}

	static TopologyTestDriver driver(Path state, Path policy, SimpleMeterRegistry meters) throws Exception {
		StreamsBuilder builder = new StreamsBuilder();
		Policy read = PolicyReader.read(policy);
		ModerationTopology.build(builder, _ -> read, Duration.ofDays(400), meters);
		Properties settings = new Properties();
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "topology-tests");
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
		settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
		settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
		settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
		settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
		return new TopologyTestDriver(builder.build(), settings);
	}

	private static String header(Headers headers, String name) {
		return new String(headers.lastHeader(name).value(), UTF_8);
	}

}
