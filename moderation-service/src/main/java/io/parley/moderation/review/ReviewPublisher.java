package io.parley.moderation.review;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.parley.contract.AuthorSanctioned;
import io.parley.contract.CampaignReviewed;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Review;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadModerated;
import io.parley.contract.Topics;
import io.parley.problem.ProblemException;
import io.parley.trace.Traces;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what moderators decide to the log and answers only when the brokers have them.
 * Thread-safe.
 */
@Component
public class ReviewPublisher {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(ReviewPublisher.class);

	private final KafkaTemplate<String, byte[]> kafka;

	private final EventSerde<ModerationInput> serde = new EventSerde<>(ModerationInput.class);

	private final Traces traces;

	ReviewPublisher(KafkaTemplate<String, byte[]> kafka, Traces traces) {
		this.kafka = kafka;
		this.traces = traces;
	}

	/**
	 * @throws ProblemException (503) if the brokers do not confirm in time; the same
	 * review may be sent again
	 */
	void publish(Review review) {
		publish(review.authorKey(), review);
	}

	/**
	 * @throws ProblemException (503) if the brokers do not confirm in time; the same
	 * sanction may be sent again
	 */
	void publish(AuthorSanctioned sanction) {
		publish(sanction.authorKey(), sanction);
	}

	/**
	 * @throws ProblemException (503) if the brokers do not confirm in time; the same
	 * review may be sent again
	 */
	void publish(CampaignReviewed review) {
		publish(review.site(), review);
	}

	/**
	 * @throws ProblemException (503) if the brokers do not confirm in time; the same may
	 * be sent again
	 */
	void publish(ThreadModerated moderated) {
		publish(ThreadDecision.keyOf(moderated.site(), moderated.threadId()), moderated);
	}

	/**
	 * @param key of the log that it belongs to: the author's, or the site
	 * @throws ProblemException (503) if the brokers do not confirm in time; the same
	 * event may be sent again
	 */
	public void publish(String key, ModerationInput event) {
		Headers headers = new RecordHeaders();
		byte[] value = serde.serialize(Topics.COMMENTS, headers, event);
		String trace = traces.current();
		if (trace != null) {
			headers.add(Traces.HEADER, trace.getBytes(US_ASCII));
		}
		try {
			kafka.send(new ProducerRecord<>(Topics.COMMENTS, null, key, value, headers))
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

	private static ProblemException unavailable(Exception cause) {
		log.warn("A moderator's event could not be written to Kafka", cause);
		ProblemException problem = ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
				"It could not be written to Kafka. Send it again with the same Idempotency-Key.");
		problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
		return problem;
	}

}
