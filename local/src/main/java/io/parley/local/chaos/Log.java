package io.parley.local.chaos;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
			List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
			while (partitions.stream()
				.anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
				consumer.poll(Duration.ofMillis(200)).forEach(records::add);
			}
			return records;
		}
	}

	/** The committed decisions of each comment, in their order. */
	public Map<String, List<Decision>> decisions() {
		return allDecisions().collect(Collectors.groupingBy(Decision::commentId));
	}

	/** The committed decisions of each author, in their order. */
	public Map<String, List<Decision>> decisionsByAuthor() {
		return allDecisions().collect(Collectors.groupingBy(Decision::authorKey));
	}

	private Stream<Decision> allDecisions() {
		EventSerde<Decision> serde = new EventSerde<>(Decision.class);
		return read(Topics.DECISIONS).stream()
			.map(record -> serde.deserialize(record.topic(), record.headers(), record.value()));
	}

	/** How many committed records ask for a decision. */
	public long toBeDecided() {
		return inputs().filter(input -> !(input instanceof PolicyActivated || input instanceof Signal)).count();
	}

	/** All committed inputs of moderation, by partition and in its order. */
	Map<Integer, List<ModerationInput>> inputsByPartition() {
		EventSerde<ModerationInput> serde = new EventSerde<>(ModerationInput.class);
		return read(Topics.COMMENTS).stream()
			.collect(Collectors.groupingBy(ConsumerRecord::partition,
					Collectors.mapping(record -> serde.deserialize(record.topic(), record.headers(), record.value()),
							Collectors.toList())));
	}

	private Stream<ModerationInput> inputs() {
		return inputsByPartition().values().stream().flatMap(List::stream);
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
