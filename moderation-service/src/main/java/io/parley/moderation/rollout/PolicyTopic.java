package io.parley.moderation.rollout;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;

import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.PolicyActivated;
import io.parley.contract.Topic;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads and writes versions and activations. The topic of policies has one partition, so
 * its offsets are places. Thread-safe.
 */
@Component
class PolicyTopic {

	static final TopicPartition POLICIES = new TopicPartition(Topics.POLICIES, 0);

	private static final String LAST_ACTIVATION = "last-activation";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ConsumerFactory<String, byte[]> consumers;

	private final ProducerFactory<String, byte[]> producers;

	private final EventSerde<Event> serde = new EventSerde<>(Event.class);

	PolicyTopic(ConsumerFactory<String, byte[]> consumers, ProducerFactory<String, byte[]> producers) {
		this.consumers = consumers;
		this.producers = producers;
	}

	/** A consumer at the start of the topic, to be closed by the caller. */
	Consumer<String, byte[]> open() {
		Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
		// Each instance reads all of it, and from the start.
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer());
		consumer.assign(List.of(POLICIES));
		consumer.seekToBeginning(List.of(POLICIES));
		return consumer;
	}

	Event eventOf(ConsumerRecord<String, byte[]> record) {
		return serde.deserialize(record.topic(), record.headers(), record.value());
	}

	/**
	 * The event at a place.
	 * @throws PolicyUnavailableException if the brokers do not give it
	 */
	<E extends Event> E read(long place, Class<E> type) {
		try (Consumer<String, byte[]> consumer = open()) {
			consumer.seek(POLICIES, place);
			for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
				Event event = (record.offset() == place) ? eventOf(record) : null;
				if (type.isInstance(event)) {
					return type.cast(event);
				}
			}
			throw new PolicyUnavailableException(
					"There is no " + type.getSimpleName() + " at offset " + place + " of " + POLICIES);
		}
		catch (KafkaException failure) {
			throw new PolicyUnavailableException("The policy at offset " + place + " cannot be read", failure);
		}
	}

	/**
	 * Activates a policy in all partitions of the log, all or none. Of several instances
	 * that do so at once, the later ones put the earlier ones off.
	 * @param unpublished the version with its model, as far as they were not published
	 * before
	 * @throws KafkaException if it was put off, or the brokers do not confirm
	 */
	void activate(PolicyActivated activation, List<Event> unpublished) {
		Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
		settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "parley-policies");
		// Until then an instance that died in between holds the log up.
		settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
		settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MOST_BYTES_OF_KEPT_RECORDS);
		settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new ByteArraySerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			for (ProducerRecord<String, byte[]> record : records(activation, unpublished,
					producer.partitionsFor(Topics.COMMENTS).size())) {
				Future<RecordMetadata> _ = producer.send(record);
			}
			// Tells if any of them failed.
			producer.commitTransaction();
		}
	}

	private List<ProducerRecord<String, byte[]>> records(PolicyActivated activation, List<Event> unpublished,
			int partitions) {
		List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
		for (Event event : unpublished) {
			records.add(record(POLICIES, event.eventId(), event));
		}
		for (int partition = 0; partition < partitions; partition++) {
			records.add(record(new TopicPartition(Topics.COMMENTS, partition), activation.policyHash(), activation));
		}
		records.add(record(POLICIES, LAST_ACTIVATION, activation));
		return records;
	}

	private ProducerRecord<String, byte[]> record(TopicPartition place, String key, Event event) {
		Headers headers = new RecordHeaders();
		byte[] value = requireNonNull(serde.serialize(place.topic(), headers, event));
		return new ProducerRecord<>(place.topic(), place.partition(), key, value, headers);
	}

}
