package io.parley.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The wire form of events: CloudEvents 1.0 in binary mode. The value is the record as
 * JSON, the attributes are headers with the prefix {@code ce_}, other headers (such as
 * {@code traceparent}) are left alone. Unknown JSON fields are ignored. Thread-safe.
 *
 * @param <T> the events that may be read; another type on the topic is an error
 * @see <a href=
 * "https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 * protocol binding</a>
 */
public final class EventSerde<T extends Event> implements Serde<T>, Serializer<T>, Deserializer<T> {

	private final Class<T> accepted;

	public EventSerde(Class<T> accepted) {
		this.accepted = accepted;
	}

	@Override
	public Serializer<T> serializer() {
		return this;
	}

	@Override
	public Deserializer<T> deserializer() {
		return this;
	}

	@Override
	public byte @Nullable [] serialize(String topic, @Nullable T event) {
		return serialize(topic, new RecordHeaders(), event);
	}

	@Override
	public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T event) {
		if (event == null) {
			return null;
		}
		EventType type = EventType.of(event);
		put(headers, "ce_specversion", "1.0");
		put(headers, "ce_id", event.eventId());
		put(headers, "ce_type", type.ceType());
		put(headers, "ce_source", type.ceSource());
		put(headers, "ce_subject", EventType.subjectOf(event));
		put(headers, "ce_time", format(event.occurredAt()));
		put(headers, "content-type", "application/json");
		return Json.MAPPER.writeValueAsBytes(event);
	}

	@Override
	public T deserialize(String topic, byte @Nullable [] data) {
		throw new SerializationException("A record of " + topic + " cannot be read without its headers");
	}

	/**
	 * Reads an event.
	 * @throws SerializationException if the type is missing, unknown or not accepted, or
	 * the value is not valid for it; the message says which
	 */
	@Override
	public T deserialize(String topic, Headers headers, byte @Nullable [] data) {
		if (data == null) {
			throw new SerializationException("The record has no value");
		}
		Header typeHeader = headers.lastHeader("ce_type");
		if (typeHeader == null || typeHeader.value() == null) {
			throw new SerializationException("The record has no ce_type header");
		}
		try {
			EventType type = EventType.named(new String(typeHeader.value(), UTF_8));
			Class<? extends Event> recordClass = type.recordClass();
			if (!accepted.isAssignableFrom(recordClass)) {
				throw new SerializationException(
						"A record of type '" + type.ceType() + "' does not belong on topic " + topic);
			}
			Event event = Json.MAPPER.readValue(data, recordClass);
			if (event == null) {
				throw new SerializationException("The record's value is the JSON null");
			}
			return accepted.cast(event);
		}
		catch (JacksonException | IllegalArgumentException failure) {
			throw new SerializationException("The record's value cannot be read: " + failure.getMessage(), failure);
		}
	}

	private static String format(Instant time) {
		return DateTimeFormatter.ISO_INSTANT.format(time);
	}

	private static void put(Headers headers, String name, String value) {
		headers.remove(name);
		headers.add(name, value.getBytes(UTF_8));
	}

	@Override
	public void close() {
		// Nothing to close; both parents declare a default.
	}

	@Override
	public void configure(Map<String, ?> configs, boolean isKey) {
		// Nothing to configure; both parents declare a default.
	}

}
