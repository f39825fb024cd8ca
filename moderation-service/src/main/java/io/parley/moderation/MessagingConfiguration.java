package io.parley.moderation;

import java.time.Clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Topics;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What listeners do when something fails. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

	/** For review times; decisions know only the time of events. */
	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	ConsumerRecordRecoverer deadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
		Counter letters = Counter.builder("parley.dead.letters")
			.description("Records that were set aside because they could not be used")
			.tag("topic", Topics.DECISIONS_DLT)
			.register(meters);
		var recoverer = new DeadLetterPublishingRecoverer(kafka,
				(_, _) -> new TopicPartition(Topics.DECISIONS_DLT, -1));
		return (record, failure) -> {
			recoverer.accept(record, failure);
			letters.increment();
		};
	}

	/** The database may be away: the batch is tried until it is back, never skipped. */
	@Bean
	DefaultErrorHandler tryAgain() {
		ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
		backOff.setMaxInterval(10_000);
		return new DefaultErrorHandler(backOff);
	}

}
