package io.parley.local.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.Topics;
import io.parley.local.command.CommandFailure;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hands over every decision that is committed from now on, as soon as it can be read. */
final class DecisionFeed implements AutoCloseable {

	private final EventSerde<Decision> decisions = new EventSerde<>(Decision.class);

	private final KafkaConsumer<String, byte[]> consumer;

	private final Tally tally;

	private final FutureTask<Void> reading = new FutureTask<>(this::read, null);

	private DecisionFeed(String bootstrapServers, Tally tally) {
		this.tally = tally;
		this.consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
						// Latency is measured here: no waiting for more to come.
						ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500),
				new StringDeserializer(), new ByteArrayDeserializer());
	}

	/**
	 * Begins at the present end of the topic; what is decided after this call is seen.
	 * @throws CommandFailure if Kafka does not answer
	 */
	static DecisionFeed open(String bootstrapServers, Tally tally) {
		DecisionFeed feed = new DecisionFeed(bootstrapServers, tally);
		try {
			feed.seekToEnd();
		}
		catch (KafkaException failure) {
			feed.consumer.close();
			throw new CommandFailure("Kafka at " + bootstrapServers + " does not answer: " + failure.getMessage());
		}
		Thread.ofPlatform().name("decisions").daemon().start(feed.reading);
		return feed;
	}

	private void seekToEnd() {
		List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS, Duration.ofSeconds(10))
			.stream()
			.map(partition -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		consumer.assign(partitions);
		// Seeking is lazy; the question for the positions makes it happen now.
		consumer.seekToEnd(partitions);
		partitions.forEach(partition -> consumer.position(partition, Duration.ofSeconds(10)));
	}

	private void read() {
		try (consumer) {
			while (true) {
				for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
					take(record, System.nanoTime());
				}
			}
		}
		catch (WakeupException closing) {
			// As asked for by close.
		}
	}

	private void take(ConsumerRecord<String, byte[]> record, long at) {
		try {
			Decision decision = decisions.deserialize(record.topic(), record.headers(), record.value());
			tally.decided(decision, at);
		}
		catch (SerializationException malformed) {
			// The services put it to the dead letters; its comment counts as missing.
		}
	}

	/** Why reading ended before {@link #close}, if it did. */
	Optional<Throwable> failure() {
		return reading.state() == Future.State.FAILED ? Optional.of(reading.exceptionNow()) : Optional.empty();
	}

	@Override
	public void close() {
		consumer.wakeup();
	}

}
