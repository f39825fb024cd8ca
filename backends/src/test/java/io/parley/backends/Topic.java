package io.parley.backends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One topic with one partition, written and read through the real client. */
record Topic(String name, String bootstrapServers) {

	static Topic create(String name, String bootstrapServers) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty()))).all().get();
		}
		return new Topic(name, bootstrapServers);
	}

	void write(String value) throws Exception {
		try (var producer = new KafkaProducer<>(
				Map.<String, Object>of("bootstrap.servers", this.bootstrapServers, "acks", "all"),
				new StringSerializer(), new StringSerializer())) {
			producer.send(new ProducerRecord<>(this.name, value)).get();
		}
	}

	List<String> read() {
		List<String> values = new ArrayList<>();
		TopicPartition partition = new TopicPartition(this.name, 0);
		try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", this.bootstrapServers),
				new StringDeserializer(), new StringDeserializer())) {
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
			while (consumer.position(partition) < end) {
				consumer.poll(Duration.ofMillis(200)).forEach((record) -> values.add(record.value()));
			}
		}
		return values;
	}

}
