package io.parley.comments.decision;

import java.util.UUID;
import java.util.stream.Stream;

import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads records of the decisions topic, and tells those that cannot be used from the
 * rest.
 */
final class DecisionReader {

	private static final EventSerde<Decision> SERDE = new EventSerde<>(Decision.class);

	private DecisionReader() {
	}

	/**
	 * The decision in a record.
	 * @throws SerializationException with the reason, if it holds none that could be
	 * applied
	 */
	static Decision read(ConsumerRecord<byte[], byte[]> message) {
		Decision decision = SERDE.deserialize(message.topic(), message.headers(), message.value());
		String id = decision.commentId();
		try {
			if (!UUID.fromString(id).toString().equals(id)) {
				throw new SerializationException("The decision's commentId is not a UUID in canonical form");
			}
		}
		catch (IllegalArgumentException failure) {
			throw new SerializationException("The decision's commentId is not a UUID", failure);
		}
		if (decision.revision() < 1 || decision.ordinal() < 1) {
			throw new SerializationException("The decision's revision and ordinal must be at least 1");
		}
		Decision.PublicReason reason = decision.publicReason();
		Stream<String> told = (reason != null) ? Stream.of(reason.code(), reason.text()) : Stream.empty();
		if (Stream.concat(Stream.of(decision.decisionId(), decision.site(), decision.policyHash()), told)
			.anyMatch(value -> value.indexOf('\0') >= 0)) {
			throw new SerializationException("The decision has a NUL character, which the database cannot hold");
		}
		return decision;
	}

}
