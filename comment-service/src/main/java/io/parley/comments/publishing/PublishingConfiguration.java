package io.parley.comments.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.trace.Traces;
import io.parley.contract.EventSerde;
import io.parley.contract.PlatformEvent;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(TopicSettings.class)
class PublishingConfiguration {

	private static final int QUEUE_CAPACITY = 10_000;

	@Bean
	DefaultKafkaProducerFactory<String, PlatformEvent> eventProducerFactory(KafkaProperties kafka,
			MeterRegistry meters) {
		Map<String, Object> settings = kafka.buildProducerProperties();
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
		// The sweeper takes over after this; both together stay below Outbox.LEASE.
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
		DefaultKafkaProducerFactory<String, PlatformEvent> factory = new DefaultKafkaProducerFactory<>(settings,
				new StringSerializer(), new EventSerde<>(PlatformEvent.class));
		factory.addListener(new MicrometerProducerListener<>(meters));
		// What is not acknowledged by then is due in its row.
		factory.setPhysicalCloseTimeout(5);
		return factory;
	}

	@Bean
	KafkaTemplate<String, PlatformEvent> eventTemplate(DefaultKafkaProducerFactory<String, PlatformEvent> factory) {
		KafkaTemplate<String, PlatformEvent> template = new KafkaTemplate<>(factory);
		// The default one logs every event that fails, with its text.
		template.setProducerListener(new ProducerListener<>() {
		});
		return template;
	}

	@Bean
	EventSender eventSender(KafkaTemplate<String, PlatformEvent> eventTemplate) {
		return new EventSender(eventTemplate);
	}

	@Bean
	EventPublisher eventPublisher(EventSender sender, Traces traces, MeterRegistry meters) {
		return new EventPublisher(sender, traces, QUEUE_CAPACITY, meters);
	}

	@Bean
	TopicGuard topicGuard(KafkaProperties kafka, TopicSettings settings, ApplicationEventPublisher events) {
		return new TopicGuard(adminSettings(kafka), settings.topics(), events);
	}

	@Bean
	Sweeper sweeper(TopicGuard topics, EventSender sender, EventPublisher publisher, List<Outbox> outboxes,
			MeterRegistry meters) {
		return new Sweeper(topics, sender, publisher, outboxes, meters);
	}

	@Bean
	Backlog backlog(List<Outbox> outboxes, MeterRegistry meters) {
		return new Backlog(outboxes, meters);
	}

	@Bean
	KafkaHealthIndicator kafkaHealthIndicator(KafkaProperties kafka, TopicGuard topics, EventPublisher publisher) {
		return new KafkaHealthIndicator(adminSettings(kafka), topics, publisher);
	}

	private static Map<String, Object> adminSettings(KafkaProperties kafka) {
		Map<String, Object> settings = new HashMap<>(kafka.buildAdminProperties());
		settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
		settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
		return settings;
	}

}
