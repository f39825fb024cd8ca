package io.parley.moderation.topology;

import io.parley.contract.Json;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the stores keep: records as JSON, without type headers. */
final class JsonSerde {

	private JsonSerde() {
	}

	static <T> Serde<T> of(Class<T> type) {
		return Serdes.serdeFrom((_, value) -> (value != null) ? Json.MAPPER.writeValueAsBytes(value) : null,
				(_, bytes) -> read(type, bytes));
	}

	private static <T> @Nullable T read(Class<T> type, byte @Nullable [] bytes) {
		try {
			return (bytes != null) ? Json.MAPPER.readValue(bytes, type) : null;
		}
		catch (JacksonException unreadable) {
			throw new SerializationException("A stored " + type.getSimpleName() + " cannot be read", unreadable);
		}
	}

}
