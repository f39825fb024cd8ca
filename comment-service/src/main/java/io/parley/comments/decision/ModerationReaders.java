package io.parley.comments.decision;

import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/** Makes readers of what moderation decided. */
@Component
public class ModerationReaders {

	private static final Duration PAUSE = Duration.ofMillis(20);

	private static final Duration REMEMBERED = Duration.ofSeconds(1);

	private final KafkaProperties kafka;

	private final MeterRegistry meters;

	ModerationReaders(KafkaProperties kafka, MeterRegistry meters) {
		this.kafka = kafka;
		this.meters = meters;
	}

	/**
	 * A reader that all instances share, from the start of the topic; to be started once
	 * the topics are there. Reading a record twice must change nothing.
	 */
	public ConcurrentMessageListenerContainer<byte[], byte[]> container(String topic, String group,
			BatchMessageListener<byte[], byte[]> listener) {
		Map<String, Object> settings = settings();
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		// A killed instance gives up its partitions after this.
		settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		ContainerProperties properties = new ContainerProperties(topic);
		properties.setGroupId(group);
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
		properties.setMessageListener(listener);
		var container = new ConcurrentMessageListenerContainer<>(consumers(settings), properties);
		container.setCommonErrorHandler(new DefaultErrorHandler(retryForever()));
		container.setAutoStartup(false);
		return container;
	}

	/** Consumers in no group, from the end of what they read. */
	ConsumerFactory<byte[], byte[]> followers() {
		Map<String, Object> settings = settings();
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
		return consumers(settings);
	}

	private Map<String, Object> settings() {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return settings;
	}

	/** Tells Kafka's own metrics, the lag above all. */
	private ConsumerFactory<byte[], byte[]> consumers(Map<String, Object> settings) {
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

}
