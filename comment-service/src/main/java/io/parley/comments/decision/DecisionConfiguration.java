package io.parley.comments.decision;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.comments.publishing.TopicsVerified;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** The two readers of the decisions topic. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

	private static final String GROUP = "parley-comments";

	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final Duration REMEMBERED = Duration.ofSeconds(1);

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
	ConcurrentMessageListenerContainer<byte[], byte[]> decisionContainer(KafkaProperties kafka, DecisionStore store,
			DeadLetters deadLetters, MeterRegistry meters) {
		Map<String, Object> settings = consumerSettings(kafka);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		// A killed instance gives up its partitions after this.
		settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		ContainerProperties properties = new ContainerProperties(Topics.DECISIONS);
		properties.setGroupId(GROUP);
		// Decisions come in many small transactions; a few of them make one statement.
		// Callers who wait are woken by the follower meanwhile.
		properties.setIdleBetweenPolls(PAUSE.toMillis());
		// Applying a decision twice changes nothing: no need to remember each place at
		// once.
		properties.setAckMode(ContainerProperties.AckMode.TIME);
		properties.setAckTime(REMEMBERED.toMillis());
		// Otherwise the end of a transaction would stay unread, and the lag never be
		// zero.
		properties.setFixTxOffsets(true);
		properties.setMessageListener(new DecisionListener(store, deadLetters, meters));
		var container = new ConcurrentMessageListenerContainer<>(consumers(settings, meters), properties);
		container.setCommonErrorHandler(new DefaultErrorHandler(retryForever()));
		container.setAutoStartup(false);
		return container;
	}

	@Bean
	DecisionFollower decisionFollower(KafkaProperties kafka, DecisionWaiters waiters, MeterRegistry meters) {
		Map<String, Object> settings = consumerSettings(kafka);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
		return new DecisionFollower(consumers(settings, meters), waiters);
	}

	@Bean
	ReadersStart readersStart(ConcurrentMessageListenerContainer<byte[], byte[]> decisionContainer,
			DecisionFollower decisionFollower) {
		return new ReadersStart(decisionContainer, decisionFollower);
	}

	private static Map<String, Object> consumerSettings(KafkaProperties kafka) {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return settings;
	}

	/** Tells Kafka's own metrics, the lag above all. */
	private static ConsumerFactory<byte[], byte[]> consumers(Map<String, Object> settings, MeterRegistry meters) {
		var factory = new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		factory.addListener(new MicrometerConsumerListener<>(meters));
		return factory;
	}

	/** Unlimited, as no decision is ever skipped because something is away. */
	private static ExponentialBackOff retryForever() {
		ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
		backOff.setMaxInterval(10_000);
		return backOff;
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
