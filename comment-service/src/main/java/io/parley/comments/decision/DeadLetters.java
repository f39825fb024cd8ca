package io.parley.comments.decision;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Sets aside records of moderation's topics that cannot be used: as they came, with the
 * place and the reason in their headers.
 */
public class DeadLetters {

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

	private final KafkaTemplate<byte[], byte[]> kafka;

	private final Counter count;

	DeadLetters(KafkaTemplate<byte[], byte[]> kafka, MeterRegistry meters) {
		this.kafka = kafka;
		this.count = Counter.builder("parley.dead.letters")
			.description("Records that were set aside because they could not be used")
			.tag("topic", Topics.DECISIONS_DLT)
			.register(meters);
	}

	/**
	 * Returns when Kafka has acknowledged it.
	 * @throws KafkaException if it has not; the record must then be read again
	 */
	public void setAside(ConsumerRecord<byte[], byte[]> message, String reason) {
		log.error("A record of {}-{} at offset {} goes to {}: {}", message.topic(), message.partition(),
				message.offset(), Topics.DECISIONS_DLT, reason);
		ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DECISIONS_DLT, null, message.key(),
				message.value(), message.headers());
		put(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC, message.topic());
		put(letter, KafkaHeaders.DLT_ORIGINAL_PARTITION, Integer.toString(message.partition()));
		put(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET, Long.toString(message.offset()));
		put(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason);
		try {
			kafka.send(letter).get();
			count.increment();
		}
		catch (ExecutionException failure) {
			throw new KafkaException("The dead letter was not acknowledged", failure);
		}
		catch (InterruptedException failure) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while sending a dead letter", failure);
		}
	}

	private static void put(ProducerRecord<byte[], byte[]> letter, String name, String value) {
		letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
