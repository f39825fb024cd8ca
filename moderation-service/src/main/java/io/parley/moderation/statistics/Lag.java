package io.parley.moderation.statistics;

import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

/** How many records each reader has before it. */
public record Lag(Map<Reader, Map<TopicPartition, Long>> records) {

	static final Lag UNKNOWN = new Lag(Map.of());

	public Lag {
		records = Map.copyOf(records);
	}

	/** All partitions together, or -1 where the brokers did not say. */
	public long of(Reader reader) {
		Map<TopicPartition, Long> partitions = records.get(reader);
		return (partitions != null) ? partitions.values().stream().mapToLong(Long::longValue).sum() : -1;
	}

	List<Place> places() {
		return records.entrySet()
			.stream()
			.flatMap(reader -> reader.getValue()
				.entrySet()
				.stream()
				.map(partition -> new Place(reader.getKey(), partition.getKey(), partition.getValue())))
			.toList();
	}

	/** The lag of a reader in a partition. */
	record Place(Reader reader, TopicPartition partition, long records) {

	}

}
