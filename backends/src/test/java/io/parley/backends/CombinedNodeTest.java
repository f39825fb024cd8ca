package io.parley.backends;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class CombinedNodeTest {

	private static final List<TopicPartition> PARTITIONS = IntStream.range(0, 8)
		.mapToObj(partition -> new TopicPartition("paid", partition))
		.toList();

	@TempDir
	Path folder;

	@Test
	@Tag("thorough")
	void given_a_commit_that_was_under_way_when_the_broker_was_killed_then_it_is_finished_in_every_partition()
			throws Exception {
		Broker broker = Broker.start(this.folder, 0);
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
						ProducerConfig.TRANSACTIONAL_ID_CONFIG, "payer"),
				new StringSerializer(), new StringSerializer())) {
			createTopic(broker);
			producer.initTransactions();
			producer.beginTransaction();
			for (TopicPartition partition : PARTITIONS) {
				producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), null, "paid")).get();
			}
			broker.kill();
			producer.close(Duration.ZERO);
		}
		prepareCommit();

		try (Broker again = Broker.start(this.folder, broker.port());
				KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
						Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, again.bootstrapServers(),
								ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
						new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(PARTITIONS);
			consumer.seekToBeginning(PARTITIONS);
			// Records and markers; what hangs would be the end for who reads what is
			// committed.
			await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
				consumer.poll(Duration.ofMillis(100));
				assertThat(PARTITIONS).allSatisfy(partition -> assertThat(consumer.position(partition)).isEqualTo(2));
			});
		}
	}

	private static void createTopic(Broker broker) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			admin.createTopics(List.of(new NewTopic("paid", PARTITIONS.size(), (short) 1))).all().get();
		}
	}

	/**
	 * Lets the coordinator have decided to commit, and written that down, just before it
	 * was killed.
	 */
	private void prepareCommit() throws IOException {
		File log = transactions();
		try (FileRecords records = FileRecords.open(log)) {
			RecordBatch last = null;
			Record ongoing = null;
			for (RecordBatch batch : records.batches()) {
				for (Record record : batch) {
					last = batch;
					ongoing = record;
				}
			}
			ByteBuffer value = copy(Objects.requireNonNull(ongoing).value());
			// Version, producer id, its epoch, time-out, status: Kafka's
			// TransactionLogValue.
			value.putShort(10, (short) (value.getShort(10) + 1));
			assertThat(value.get(16)).as("ongoing").isEqualTo((byte) 1);
			value.put(16, (byte) 2);
			records.append(MemoryRecords.withRecords(ongoing.offset() + 1, Compression.NONE,
					Objects.requireNonNull(last).partitionLeaderEpoch(),
					new SimpleRecord(ongoing.timestamp(), copy(ongoing.key()), value)));
		}
	}

	private static ByteBuffer copy(ByteBuffer buffer) {
		return ByteBuffer.allocate(buffer.remaining()).put(buffer.duplicate()).flip();
	}

	/** The only log of transactions that is not empty. */
	private File transactions() throws IOException {
		try (Stream<Path> folders = Files.list(this.folder.resolve(BrokerMain.TOPICS))) {
			return folders.filter(partition -> partition.getFileName().toString().startsWith("__transaction_state-"))
				.map(partition -> partition.resolve("00000000000000000000.log").toFile())
				.filter(log -> log.length() > 0)
				.findFirst()
				.orElseThrow();
		}
	}

}
