package io.parley.local.dlt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.parley.contract.Topics;
import io.parley.local.command.CommandFailure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The dead letters of an installation. For one thread. */
final class DeadLetterLog implements AutoCloseable {

	static final List<String> TOPICS = List.of(Topics.COMMENTS_DLT, Topics.DECISIONS_DLT);

	private final KafkaConsumer<byte[], byte[]> consumer;

	DeadLetterLog(KafkaConsumer<byte[], byte[]> consumer) {
		this.consumer = consumer;
	}

	/**
	 * All partitions of the topics.
	 * @throws CommandFailure if the brokers do not answer
	 */
	List<TopicPartition> partitions(Collection<String> topics) {
		try {
			return topics.stream()
				.flatMap((topic) -> this.consumer.partitionsFor(topic).stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
		}
		catch (KafkaException ex) {
			throw new CommandFailure("Kafka does not answer: " + ex.getMessage(), ex);
		}
	}

	/** How many letters there are and how many of these were not sent again yet. */
	Count count(List<TopicPartition> partitions) {
		Map<TopicPartition, Long> first = this.consumer.beginningOffsets(partitions);
		Map<TopicPartition, Long> end = this.consumer.endOffsets(partitions);
		Map<TopicPartition, Long> sent = sentUpTo(partitions);
		long all = 0;
		long open = 0;
		for (TopicPartition partition : partitions) {
			long begin = first.getOrDefault(partition, 0L);
			long after = end.getOrDefault(partition, begin);
			all += after - begin;
			open += after - Math.max(begin, sent.getOrDefault(partition, 0L));
		}
		return new Count(all, Math.max(0, open));
	}

	/** For each partition, the offset before which everything was sent again. */
	Map<TopicPartition, Long> sentUpTo(Collection<TopicPartition> partitions) {
		Map<TopicPartition, OffsetAndMetadata> committed = this.consumer.committed(Set.copyOf(partitions));
		return partitions.stream().collect(Collectors.toMap((partition) -> partition, (partition) -> {
			OffsetAndMetadata offset = committed.get(partition);
			return (offset != null) ? offset.offset() : 0L;
		}));
	}

	/** The newest letters, the newest last. */
	List<DeadLetter> newest(List<TopicPartition> partitions, int limit) {
		Map<TopicPartition, Long> first = this.consumer.beginningOffsets(partitions);
		Map<TopicPartition, Long> end = this.consumer.endOffsets(partitions);
		this.consumer.assign(partitions);
		partitions.forEach((partition) -> this.consumer.seek(partition,
				Math.max(first.getOrDefault(partition, 0L), end.getOrDefault(partition, 0L) - limit)));
		List<DeadLetter> letters = new ArrayList<>();
		read(end, (records) -> records.forEach((message) -> letters.add(new DeadLetter(message))));
		letters.sort(Comparator.comparing(DeadLetter::time));
		return letters.subList(Math.max(0, letters.size() - limit), letters.size());
	}

	/**
	 * The letter at a position.
	 * @throws CommandFailure if there is none
	 */
	DeadLetter at(Position position) {
		TopicPartition partition = position.partition();
		if (!partitions(TOPICS).contains(partition)) {
			throw new CommandFailure("There is no partition " + partition + "; ./parley dlt list shows what there is");
		}
		Long end = this.consumer.endOffsets(List.of(partition)).get(partition);
		this.consumer.assign(List.of(partition));
		this.consumer.seek(partition, position.offset());
		if (end != null && position.offset() < end) {
			for (ConsumerRecord<byte[], byte[]> message : this.consumer.poll(Duration.ofSeconds(10))) {
				if (message.offset() == position.offset()) {
					return new DeadLetter(message);
				}
			}
		}
		throw new CommandFailure("There is no dead letter at " + position + "; ./parley dlt list shows what there is");
	}

	/**
	 * Hands on all letters that were not sent again yet, poll by poll; what was taken
	 * without a failure counts as sent.
	 */
	void forEachNew(List<TopicPartition> partitions, Consumer<List<DeadLetter>> batch) {
		Map<TopicPartition, Long> end = this.consumer.endOffsets(partitions);
		Map<TopicPartition, Long> first = this.consumer.beginningOffsets(partitions);
		Map<TopicPartition, Long> sent = sentUpTo(partitions);
		this.consumer.assign(partitions);
		partitions.forEach((partition) -> this.consumer.seek(partition,
				Math.max(first.getOrDefault(partition, 0L), sent.getOrDefault(partition, 0L))));
		read(end, (records) -> {
			List<DeadLetter> letters = new ArrayList<>();
			for (ConsumerRecord<byte[], byte[]> message : records) {
				// What came in since belongs to the next time: it may be one of these
				// again.
				if (message.offset() < end.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L)) {
					letters.add(new DeadLetter(message));
				}
			}
			batch.accept(letters);
			this.consumer.commitSync(letters.stream()
				.collect(Collectors.toMap((letter) -> letter.position().partition(),
						(letter) -> new OffsetAndMetadata(letter.position().offset() + 1),
						(one, other) -> (one.offset() > other.offset()) ? one : other)));
		});
	}

	private void read(Map<TopicPartition, Long> end, Consumer<ConsumerRecords<byte[], byte[]>> batch) {
		while (end.entrySet().stream().anyMatch((last) -> this.consumer.position(last.getKey()) < last.getValue())) {
			ConsumerRecords<byte[], byte[]> records = this.consumer.poll(Duration.ofMillis(500));
			if (!records.isEmpty()) {
				batch.accept(records);
			}
		}
	}

	@Override
	public void close() {
		this.consumer.close();
	}

	/** Numbers of letters; a transaction's mark counts as one. */
	record Count(long all, long open) {
	}

}
