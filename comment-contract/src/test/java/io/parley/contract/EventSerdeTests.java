package io.parley.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The golden files pin the wire form: a change here is a change for every reader. */
class EventSerdeTests {

	static final List<Event> EXAMPLES = Examples.ALL;

	private final EventSerde<Event> events = new EventSerde<>(Event.class);

	@ParameterizedTest
	@FieldSource("EXAMPLES")
	void each_event_has_the_wire_form_of_its_golden_file(Event event) throws IOException {
		Headers headers = new RecordHeaders();
		byte[] value = write(headers, event);

		assertThat(rendered(headers, value)).isEqualTo(golden(event));
	}

	@ParameterizedTest
	@FieldSource("EXAMPLES")
	void each_event_is_read_as_it_was_written(Event event) {
		Headers headers = new RecordHeaders();
		byte[] value = write(headers, event);

		assertThat(events.deserialize("any", headers, value)).isEqualTo(event);
	}

	@Test
	void there_is_an_example_of_every_type() {
		assertThat(EXAMPLES).extracting(EventType::of).containsExactlyInAnyOrder(EventType.values());
	}

	@Test
	void given_a_field_of_a_later_version_then_it_is_ignored() {
		Headers headers = new RecordHeaders();
		byte[] value = write(headers, Examples.withdrawn());
		String extended = new String(value, UTF_8).replaceFirst("\\{", "{\"mood\":\"calm\",");

		assertThat(events.deserialize("any", headers, extended.getBytes(UTF_8))).isEqualTo(Examples.withdrawn());
	}

	@Test
	void given_headers_of_another_event_when_written_then_they_are_replaced_and_others_kept() {
		Headers headers = new RecordHeaders();
		headers.add("traceparent", "00-1-2-01".getBytes(UTF_8));
		write(headers, Examples.submitted());
		write(headers, Examples.decision());

		assertThat(headers.headers("ce_type")).hasSize(1);
		assertThat(header(headers, "ce_type")).isEqualTo("io.parley.decision.v1");
		assertThat(header(headers, "traceparent")).isEqualTo("00-1-2-01");
	}

	@Test
	void given_a_missing_type_then_the_error_says_so() {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> events.deserialize("any", new RecordHeaders(), "{}".getBytes(UTF_8)))
			.withMessageContaining("no ce_type header");
	}

	@Test
	void given_an_unknown_type_then_the_error_names_it() {
		Headers headers = new RecordHeaders();
		headers.add("ce_type", "io.parley.comment.submitted.v9".getBytes(UTF_8));

		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> events.deserialize("any", headers, "{}".getBytes(UTF_8)))
			.withMessageContaining("io.parley.comment.submitted.v9");
	}

	@Test
	void given_a_type_of_another_topic_then_it_is_refused() {
		Headers headers = new RecordHeaders();
		byte[] value = write(headers, Examples.decision());

		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> new EventSerde<>(ModerationInput.class).deserialize("comments", headers, value))
			.withMessageContaining("does not belong on topic comments");
	}

	@ParameterizedTest
	@FieldSource("BROKEN")
	void given_a_broken_value_then_it_is_an_error_and_never_null(String broken) {
		Headers headers = new RecordHeaders();
		headers.add("ce_type", EventType.REVIEW.ceType().getBytes(UTF_8));

		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> events.deserialize("any", headers, broken.getBytes(UTF_8)));
	}

	static final List<String> BROKEN = Arrays.asList("", "null", "{", "[]", "{}", "{\"reviewId\":null}",
			"{\"verdict\":\"PUBLISH\"}", "\u0000");

	@Test
	void given_a_tombstone_then_it_is_an_error() {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> events.deserialize("any", new RecordHeaders(), (byte[]) null));
	}

	private byte[] write(Headers headers, Event event) {
		return requireNonNull(events.serialize("any", headers, event));
	}

	private static String rendered(Headers headers, byte[] value) {
		TreeMap<String, String> sorted = new TreeMap<>();
		for (Header header : headers) {
			sorted.put(header.key(), new String(header.value(), UTF_8));
		}
		StringBuilder text = new StringBuilder();
		sorted.forEach((name, content) -> text.append(name).append(": ").append(content).append('\n'));
		return text.append('\n')
			.append(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Json.MAPPER.readTree(value)))
			.append('\n')
			.toString();
	}

	private static String golden(Event event) throws IOException {
		String name = EventType.of(event).ceType() + ".txt";
		try (InputStream file = EventSerdeTests.class.getResourceAsStream("/golden/" + name)) {
			return (file != null) ? new String(file.readAllBytes(), UTF_8) : "there is no golden file " + name;
		}
	}

	private static String header(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null) ? new String(header.value(), UTF_8) : "";
	}

}
