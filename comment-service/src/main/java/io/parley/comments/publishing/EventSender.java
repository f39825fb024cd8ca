package io.parley.comments.publishing;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import io.parley.trace.Traces;
import io.parley.contract.PlatformEvent;
import io.parley.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends one event and says what became of it. */
class EventSender {

	private static final Logger log = LoggerFactory.getLogger(EventSender.class);

	private final KafkaTemplate<String, PlatformEvent> kafka;

	EventSender(KafkaTemplate<String, PlatformEvent> kafka) {
		this.kafka = kafka;
	}

	/** Never completes exceptionally; may block while Kafka is away. */
	CompletableFuture<Outcome> send(Outgoing outgoing) {
		PlatformEvent event = outgoing.event();
		ProducerRecord<String, PlatformEvent> message = new ProducerRecord<>(Topics.COMMENTS, event.authorKey(), event);
		String traceparent = outgoing.traceparent();
		if (traceparent != null) {
			message.headers().add(Traces.HEADER, traceparent.getBytes(StandardCharsets.UTF_8));
		}
		try {
			return kafka.send(message)
				.handle((_, failure) -> (failure == null) ? Outcome.ACKNOWLEDGED : outcomeOf(event, failure));
		}
		catch (KafkaException | org.springframework.kafka.KafkaException failure) {
			return CompletableFuture.completedFuture(outcomeOf(event, failure));
		}
	}

	private static Outcome outcomeOf(PlatformEvent event, Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		if (cause instanceof RecordTooLargeException || cause instanceof SerializationException) {
			log.error("Event {} cannot be published: {}", event.eventId(), cause.getMessage());
			return Outcome.IMPOSSIBLE;
		}
		log.debug("Event {} was not acknowledged: {}", event.eventId(), cause.getMessage());
		return Outcome.NOT_ACKNOWLEDGED;
	}

	enum Outcome {

		ACKNOWLEDGED,
		/** Kafka is away or did not answer in time. */
		NOT_ACKNOWLEDGED,
		/** This event would never be taken; others may be. */
		IMPOSSIBLE

	}

}
