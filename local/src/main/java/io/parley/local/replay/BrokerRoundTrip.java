package io.parley.local.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.parley.local.command.CommandFailure;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Measures how long the broker takes from producing a record to consuming it, so that a
 * reader can tell its share of the latency from Parley's. Uses a topic of its own.
 */
final class BrokerRoundTrip {

	/** About the size of a comment's event. */
	private static final int VALUE_BYTES = 400;

	/** Records that only warm up. */
	private static final int WARM_UP = 50;

	private static final int MEASURED = 500;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private BrokerRoundTrip() {
	}

	/**
	 * Measures.
	 * @param rate records per second
	 * @return latencies in microseconds
	 * @throws CommandFailure if Kafka does not answer
	 */
	static Histogram measure(String bootstrapServers, double rate) throws InterruptedException {
		String topic = "parley-replay-" + UUID.randomUUID();
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
				.all()
				.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			try {
				return measure(bootstrapServers, topic, Pace.of(rate));
			}
			finally {
				admin.deleteTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			}
		}
		catch (ExecutionException | TimeoutException | KafkaException failure) {
			throw new CommandFailure("Kafka at " + bootstrapServers + " does not answer: " + failure);
		}
	}

	private static Histogram measure(String bootstrapServers, String topic, Pace pace) throws InterruptedException {
		Histogram latencies = new Histogram(PATIENCE.multipliedBy(2).toNanos() / 1000, 3);
		try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all",
						ProducerConfig.LINGER_MS_CONFIG, 0),
				new ByteArraySerializer(), new ByteArraySerializer());
				KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
						Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
								ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
						new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			TopicPartition partition = new TopicPartition(topic, 0);
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			for (int i = 0; i < WARM_UP + MEASURED; i++) {
				pace.await();
				long start = System.nanoTime();
				Future<RecordMetadata> produced = producer.send(new ProducerRecord<>(topic, new byte[VALUE_BYTES]));
				if (consumer.poll(PATIENCE).isEmpty()) {
					throw new CommandFailure("A record sent to Kafka did not come back in time: " + produced);
				}
				if (i >= WARM_UP) {
					latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
				}
			}
		}
		return latencies;
	}

}
