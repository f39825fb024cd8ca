package io.parley.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the published description of the topics to the code and to the golden events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncApiTests {

	static final List<Event> EXAMPLES = Examples.ALL;

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private JsonNode document = Json.MAPPER.createObjectNode();

	@BeforeAll
	void read() throws IOException {
		LoaderOptions options = new LoaderOptions();
		// Few words for many events: the limit is for files of strangers.
		options.setMaxAliasesForCollections(1000);
		try (InputStream yaml = requireNonNull(getClass().getResourceAsStream("/asyncapi.yaml"))) {
			document = Json.MAPPER.valueToTree(new Yaml(new SafeConstructor(options)).load(yaml));
		}
	}

	@Test
	void every_topic_is_described_and_no_other() {
		Topics topics = Topics.of(1, (short) 1, Duration.ofDays(1));

		assertThat(texts(document.at("/channels"), "/address")).containsExactlyInAnyOrder(topics.comments().name(),
				topics.observations().name(), topics.policies().name(), topics.decisions().name(),
				topics.threads().name(), topics.commentsDeadLetters().name(), topics.decisionsDeadLetters().name());
	}

	@Test
	void every_type_of_event_is_described_and_no_other() {
		assertThat(document.at("/components/messages").propertyNames())
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values()).map(EventType::ceType).toList());
	}

	@Test
	void each_topic_carries_what_its_reader_takes() {
		assertThat(messagesOf("comments")).isEqualTo(typesOf(ModerationInput.class));
		assertThat(messagesOf("decisions")).isEqualTo(typesOf(Decision.class));
		assertThat(messagesOf("threads")).isEqualTo(typesOf(ThreadDecision.class));
		assertThat(messagesOf("policies")).isEqualTo(Set.of(EventType.POLICY_VERSION.ceType(),
				EventType.MODEL_VERSION.ceType(), EventType.POLICY_ACTIVATED.ceType()));
	}

	@ParameterizedTest
	@FieldSource("EXAMPLES")
	void each_event_is_as_described_and_has_no_other_fields(Event event) {
		Headers headers = new RecordHeaders();
		byte[] value = requireNonNull(new EventSerde<>(Event.class).serialize("any", headers, event));
		ObjectNode attributes = Json.MAPPER.createObjectNode();
		headers.forEach(header -> attributes.put(header.key(), new String(header.value(), UTF_8)));

		assertThat(problems(messageOf(EventType.of(event)).at("/payload"), Json.MAPPER.readTree(value))).isEmpty();
		assertThat(problems(document.at("/components/messageTraits/cloudEvent/headers"), attributes)).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("EXAMPLES")
	void a_field_that_is_missing_or_not_described_would_be_noticed(Event event) {
		JsonNode payload = messageOf(EventType.of(event)).at("/payload");
		ObjectNode more = (ObjectNode) Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(event));
		ObjectNode less = more.deepCopy();
		less.remove(payload.at("/required/0").asString());

		assertThat(problems(payload, more.put("mood", "calm"))).isNotEmpty();
		assertThat(problems(payload, less)).isNotEmpty();
	}

	@Test
	void every_value_of_an_enumeration_is_described() {
		JsonNode decision = messageOf(EventType.DECISION).at("/payload/properties");

		assertThat(values(messageOf(EventType.THREAD_DECISION).at("/payload/properties/mode")))
			.isEqualTo(names(ThreadMode.values()));
		assertThat(values(decision.at("/verdict"))).isEqualTo(names(Verdict.values()));
		assertThat(values(decision.at("/source"))).isEqualTo(names(DecisionSource.values()));
		assertThat(values(messageOf(EventType.CAMPAIGN_REVIEWED).at("/payload/properties/verdict")))
			.isEqualTo(names(CampaignReviewed.Verdict.values()));
		assertThat(values(decision.at("/hits/items/properties/mode"))).isEqualTo(names(RuleMode.values()));
		assertThat(values(decision.at("/hits/items/properties/effect"))).isEqualTo(names(Effect.values()));
	}

	private JsonNode messageOf(EventType type) {
		return document.at("/components/messages").path(type.ceType());
	}

	private Set<String> messagesOf(String channel) {
		return texts(document.at("/channels").path(channel).path("messages"), "/$ref")
			.map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
			.collect(Collectors.toSet());
	}

	private static Set<String> typesOf(Class<? extends Event> accepted) {
		return Arrays.stream(EventType.values())
			.filter(type -> accepted.isAssignableFrom(type.recordClass()))
			.map(EventType::ceType)
			.collect(Collectors.toSet());
	}

	private List<String> problems(JsonNode schema, JsonNode value) {
		JsonNode strict = schema.deepCopy();
		allowNothingElse(strict);
		Schema checked = schemas.getSchema(strict);
		return checked.validate(value).stream().map(String::valueOf).toList();
	}

	/**
	 * Readers must bear fields that they do not know; here each one is to be described.
	 */
	private static void allowNothingElse(JsonNode node) {
		if (node instanceof ObjectNode object && object.at("/properties").isObject()) {
			object.put("additionalProperties", false);
		}
		node.forEach(AsyncApiTests::allowNothingElse);
	}

	private static Stream<String> texts(JsonNode object, String pointer) {
		return object.properties().stream().map(entry -> entry.getValue().at(pointer).asString());
	}

	private static Set<String> values(JsonNode schema) {
		return schema.at("/enum").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
	}

	private static Set<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
	}

}
