package io.parley.local.chaos;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.PolicyActivated;
import io.parley.contract.Signal;
import io.parley.contract.Topic;
import io.parley.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The log of an installation, read and written from outside. */
public final class Log {

	private final String bootstrapServers;

	public Log(String bootstrapServers) {
		this.bootstrapServers = bootstrapServers;
	}

	/** All committed records of a topic until now, in the order of each partition. */
	public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
		List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
		scan(topic, records::add);
		return records;
	}

	/** The same without keeping them, for more than fit into memory. */
	private void scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> use) {
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed"),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map(info -> new TopicPartition(topic, info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			while (partitions.stream()
				.anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
				consumer.poll(Duration.ofMillis(200)).forEach(use);
			}
		}
	}

	/** The committed decisions of each comment, in their order. */
	public Map<String, List<Decision>> decisions() {
		return decisionsBy(Decision::commentId);
	}

	/** The committed decisions of each author, in their order. */
	public Map<String, List<Decision>> decisionsByAuthor() {
		return decisionsBy(Decision::authorKey);
	}

	private Map<String, List<Decision>> decisionsBy(Function<Decision, String> key) {
		Map<String, List<Decision>> decisions = new HashMap<>();
		scanDecisions(decision -> decisions.computeIfAbsent(key.apply(decision), _ -> new ArrayList<>()).add(decision));
		return decisions;
	}

	/** Uses every committed decision, in the order of each partition. */
	void scanDecisions(Consumer<Decision> use) {
		EventSerde<Decision> serde = new EventSerde<>(Decision.class);
		scan(Topics.DECISIONS,
				record -> use.accept(serde.deserialize(record.topic(), record.headers(), record.value())));
	}

	/**
	 * Uses every committed input of moderation and its partition, in the order of each.
	 */
	void scanInputs(BiConsumer<Integer, ModerationInput> use) {
		EventSerde<ModerationInput> serde = new EventSerde<>(ModerationInput.class);
		scan(Topics.COMMENTS, record -> use.accept(record.partition(),
				serde.deserialize(record.topic(), record.headers(), record.value())));
	}

	/** How many committed records ask for a decision. */
	public long toBeDecided() {
		LongAdder count = new LongAdder();
		scanInputs((_, input) -> {
			if (!(input instanceof PolicyActivated || input instanceof Signal)) {
				count.increment();
			}
		});
		return count.sum();
	}

	/** Committed records that a group has not taken in yet. */
	public long lag(String group) throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
			Map<TopicPartition, OffsetAndMetadata> places = admin.listConsumerGroupOffsets(group)
				.partitionsToOffsetAndMetadata()
				.get();
			Map<TopicPartition, OffsetSpec> ends = places.keySet()
				.stream()
				.collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
			return admin.listOffsets(ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
				.all()
				.get()
				.entrySet()
				.stream()
				.mapToLong(
						end -> Math.max(0, end.getValue().offset() - requireNonNull(places.get(end.getKey())).offset()))
				.sum();
		}
	}

	/** Writes records as they were elsewhere: key, value, headers and partition. */
	public void write(List<ConsumerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
						// A model is one record.
						ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MOST_BYTES_OF_KEPT_RECORDS),
				new ByteArraySerializer(), new ByteArraySerializer())) {
			for (ConsumerRecord<byte[], byte[]> record : records) {
				producer
					.send(new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(),
							record.headers()))
					.get();
			}
		}
	}

}
