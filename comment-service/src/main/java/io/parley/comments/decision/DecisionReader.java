package io.parley.comments.decision;

import java.time.Instant;
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

	/** The database holds no more than these, and some more on either side. */
	private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

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
		if (decision.decidedAt().isBefore(EARLIEST) || decision.decidedAt().isAfter(LATEST)) {
			throw new SerializationException("The decision's decidedAt must be between the years 1 and 9999");
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
