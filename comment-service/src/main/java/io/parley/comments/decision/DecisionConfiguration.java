package io.parley.comments.decision;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.publishing.TopicsVerified;
import io.parley.contract.Topics;
import io.parley.trace.Traces;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The two readers of the decisions topic. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

	private static final String GROUP = "parley-comments";

	@Bean
	DefaultKafkaProducerFactory<byte[], byte[]> deadLetterProducerFactory(KafkaProperties kafka) {
		Map<String, Object> settings = kafka.buildProducerProperties();
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
		return new DefaultKafkaProducerFactory<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
	}

	@Bean
	DeadLetters deadLetters(DefaultKafkaProducerFactory<byte[], byte[]> deadLetterProducerFactory,
			MeterRegistry meters) {
		return new DeadLetters(new KafkaTemplate<>(deadLetterProducerFactory), meters);
	}

	@Bean
	ConcurrentMessageListenerContainer<byte[], byte[]> decisionContainer(ModerationReaders readers, DecisionStore store,
			DeadLetters deadLetters, Traces traces, MeterRegistry meters) {
		return readers.container(Topics.DECISIONS, GROUP, new DecisionListener(store, deadLetters, traces, meters));
	}

	@Bean
	DecisionFollower decisionFollower(ModerationReaders readers, DecisionWaiters waiters) {
		return new DecisionFollower(readers.followers(), waiters);
	}

	@Bean
	ReadersStart readersStart(ConcurrentMessageListenerContainer<byte[], byte[]> decisionContainer,
			DecisionFollower decisionFollower) {
		return new ReadersStart(decisionContainer, decisionFollower);
	}

	/** Starts the readers once the topics are there. */
	record ReadersStart(ConcurrentMessageListenerContainer<byte[], byte[]> container, DecisionFollower follower) {

		@EventListener
		void start(TopicsVerified event) {
			follower.start();
			container.start();
		}

	}

}
