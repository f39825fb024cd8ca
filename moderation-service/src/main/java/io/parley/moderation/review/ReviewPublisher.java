package io.parley.moderation.review;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.parley.contract.EventSerde;
import io.parley.contract.Review;
import io.parley.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Writes reviews to their topic and answers only when the brokers have them. Thread-safe.
 */
@Component
class ReviewPublisher {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final KafkaTemplate<String, byte[]> kafka;

	private final EventSerde<Review> serde = new EventSerde<>(Review.class);

	ReviewPublisher(KafkaTemplate<String, byte[]> kafka) {
		this.kafka = kafka;
	}

	/**
	 * @throws ErrorResponseException (503) if the brokers do not confirm in time; the
	 * same review may be sent again
	 */
	void publish(Review review) {
		Headers headers = new RecordHeaders();
		byte[] value = serde.serialize(Topics.REVIEWS, headers, review);
		try {
			kafka.send(new ProducerRecord<>(Topics.REVIEWS, null, review.authorKey(), value, headers))
				.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw unavailable(interruption);
		}
		catch (ExecutionException | TimeoutException | KafkaException failure) {
			throw unavailable(failure);
		}
	}

	private static ErrorResponseException unavailable(Exception cause) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The review could not be written to Kafka. Send it again with the same Idempotency-Key.");
		ErrorResponseException exception = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE, problem, cause);
		exception.getHeaders().set("Retry-After", "5");
		return exception;
	}

}
