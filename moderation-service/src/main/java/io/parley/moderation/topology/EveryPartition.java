package io.parley.moderation.topology;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.streams.processor.StreamPartitioner;

/** For what concerns all authors: every log has it, at one place among its events. */
final class EveryPartition<V> implements StreamPartitioner<String, V> {

	@Override
	public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
		return Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
	}

}
